import type { ChosenRows } from './chosen-rows.js';
import type { FactsPage } from './days/facts-page.js';
import type { SlaReport, Total } from './sla-report.js';

const half = 2n ** 32n;

/** How many users gave a score. */
export interface ScoreCount {
  readonly score: number;
  readonly answers: number;
}

/** Adds up what became of sessions: how they ended, through whose hands they went, what users answered. */
export class CourseSums {
  readonly #cutoff: number;
  readonly #outcomes = new Map<string, number>();
  readonly #handling = new Map<string, { sessions: number; totalMs: number }>();
  readonly #holds = new Map<string, { sessions: number; totalMs: number }>();
  readonly #scores = new Map<number, number>();
  #sessions = 0;
  #transferred = 0;
  #transfers = 0;
  #digest = 0n;

  constructor(cutoff: number) {
    this.#cutoff = cutoff;
  }

  add(page: FactsPage, { rows, isChosen }: ChosenRows): void {
    this.#sessions += rows.length;
    this.#addOutcomes(page, rows);
    this.#addTransfers(page, rows);
    this.#addDigests(page, rows);
    addTotals(this.#handling, page.handling, isChosen);
    addTotals(this.#holds, page.holds, isChosen);
    this.#addAnswers(page, isChosen);
  }

  get sessions(): number {
    return this.#sessions;
  }

  /** The sum of what stands for each row's content. */
  get digest(): string {
    return this.#digest.toString();
  }

  get outcomes(): SlaReport['outcomes'] {
    return Object.fromEntries(inOrder(this.#outcomes));
  }

  get transfers(): SlaReport['transfers'] {
    return { sessions: this.#transferred, total: this.#transfers };
  }

  get handling(): readonly Total[] {
    return inOrder(this.#handling).map(([key, total]) => ({ key, ...total }));
  }

  get holds(): readonly Total[] {
    return inOrder(this.#holds).map(([key, total]) => ({ key, ...total }));
  }

  get scores(): readonly ScoreCount[] {
    return [1, 2, 3, 4, 5].flatMap((score) => {
      const answers = this.#scores.get(score);
      return answers === undefined ? [] : [{ score, answers }];
    });
  }

  #addOutcomes({ words: { outcome } }: FactsPage, rows: Uint32Array): void {
    const found = new Uint32Array(outcome.words.length);
    for (const row of rows) {
      const word = outcome.of[row] ?? 0;
      found[word] = (found[word] ?? 0) + 1;
    }
    found.forEach((sessions, place) => {
      const word = outcome.words[place] ?? '';
      if (sessions > 0) this.#outcomes.set(word, (this.#outcomes.get(word) ?? 0) + sessions);
    });
  }

  #addTransfers({ transfers }: FactsPage, rows: Uint32Array): void {
    for (const row of rows) {
      const times = transfers[row] ?? 0;
      this.#transfers += times;
      if (times > 0) this.#transferred += 1;
    }
  }

  // Halves, added up as plain numbers a page at a time: those are exact that far, and quicker by ten.
  #addDigests({ digestHigh, digestLow }: FactsPage, rows: Uint32Array): void {
    let [high, low] = [0, 0];
    for (const row of rows) {
      high += digestHigh[row] ?? 0;
      low += digestLow[row] ?? 0;
    }
    this.#digest += BigInt(high) * half + BigInt(low);
  }

  #addAnswers({ answers }: FactsPage, isChosen: Uint8Array): void {
    answers.row.forEach((row, entry) => {
      const [at = NaN, until = NaN] = [answers.at[entry], answers.supersededAt[entry]];
      if (isChosen[row] !== 1 || at > this.#cutoff || until <= this.#cutoff) return;
      const score = answers.value[entry] ?? 0;
      this.#scores.set(score, (this.#scores.get(score) ?? 0) + 1);
    });
  }
}

function addTotals(
  totals: Map<string, { sessions: number; totalMs: number }>,
  { row: rows, value, key: { words, of } }: FactsPage['handling'],
  isChosen: Uint8Array,
): void {
  const [sessions, totalMs] = [new Uint32Array(words.length), new Float64Array(words.length)];
  for (let entry = 0; entry < rows.length; entry += 1) {
    if (isChosen[rows[entry] ?? 0] !== 1) continue;
    const word = of[entry] ?? 0;
    sessions[word] = (sessions[word] ?? 0) + 1;
    totalMs[word] = (totalMs[word] ?? 0) + (value[entry] ?? 0);
  }
  words.forEach((word, place) => {
    const some = sessions[place] ?? 0;
    if (some === 0) return;
    const total = totals.get(word) ?? { sessions: 0, totalMs: 0 };
    totals.set(word, {
      sessions: total.sessions + some,
      totalMs: total.totalMs + (totalMs[place] ?? 0),
    });
  });
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].sort(([one], [other]) => (one < other ? -1 : 1));
}
