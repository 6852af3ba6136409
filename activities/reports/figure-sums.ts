import { setImmediate } from 'node:timers/promises';
import { type ClockCounts, clockCounts } from './clock-counts.js';
import { durationNames, type FactsPage } from './days/facts-page.js';
import { nearestRanks, type Rows, type Stretch } from './nearest-rank.js';
import { type Figures, type MeasureFigures, type MeasureName, measureNames } from './sla-report.js';

/** Adds up the figures of all sessions, or of one part of them. */
export class FigureSums {
  #sessions = 0;
  readonly #clocks = new Map<string, number>();
  readonly #stretches = new Map<MeasureName, Stretch[]>(measureNames.map((name) => [name, []]));

  /** Takes in rows of a page, and those of its turns that are theirs. */
  add(page: FactsPage, rows: Rows, turns: Rows): void {
    this.#sessions += rows.length;
    addClocks(this.#clocks, page, rows);
    for (const name of durationNames) {
      this.#stretches.get(name)?.push({ column: page.durations[name], rows });
    }
    this.#stretches.get('nextResponse')?.push({ column: page.nextResponse.value, rows: turns });
  }

  /** The figures; between two measures others have their turn. */
  async figures(cutoff: number): Promise<Figures> {
    const measures: MeasureFigures[] = [];
    for (const [name, stretches] of this.#stretches) {
      measures.push(this.#measure(name, stretches));
      await setImmediate();
    }
    return { sessions: this.#sessions, clocks: countsOf(this.#clocks, cutoff), measures };
  }

  // Turns are a population of their own, of which none is left out.
  #measure(name: MeasureName, stretches: readonly Stretch[]): MeasureFigures {
    const { population, at } = nearestRanks(stretches, [0.5, 0.9, 0.95]);
    const [p50 = null, p90 = null, p95 = null] = at;
    const excluded = name === 'nextResponse' ? 0 : this.#sessions - population;
    return { name, population, excluded, p50, p90, p95 };
  }
}

/** Counts rows of a page by how their promises came out. */
export function addClocks(counts: Map<string, number>, page: FactsPage, rows: Rows): void {
  const { words, of } = page.words.clocks;
  const found = new Uint32Array(words.length);
  for (const row of rows) {
    const word = of[row] ?? 0;
    found[word] = (found[word] ?? 0) + 1;
  }
  found.forEach((sessions, word) => {
    const clocks = words[word] ?? '';
    if (sessions > 0) counts.set(clocks, (counts.get(clocks) ?? 0) + sessions);
  });
}

/** How the promises of counted sessions came out, by clock. */
export function countsOf(
  counts: ReadonlyMap<string, number>,
  cutoff: number,
): readonly ClockCounts[] {
  return clockCounts(
    [...counts].map(([clocks, sessions]) => ({ clocks, sessions })),
    cutoff,
  );
}
