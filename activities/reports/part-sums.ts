import type { ChosenRows } from './chosen-rows.js';
import type { FactsPage, Worded } from './days/facts-page.js';
import { FigureSums } from './figure-sums.js';
import { groupedByWord, together } from './grouping.js';
import type { ReportDimension } from './report-request.js';
import type { SlaReport } from './sla-report.js';

/** Adds up the figures of all and of each part; a session counts once in each group of its technician. */
export class PartSums {
  readonly #by: ReportDimension;
  readonly #all = new FigureSums();
  readonly #parts = new FigureSums();
  /** Parts by number, in the order in which they were met. */
  readonly #numbers = new Map<string | null, number>();

  constructor(by: ReportDimension) {
    this.#by = by;
  }

  add(page: FactsPage, chosen: ChosenRows): void {
    this.#all.add(page, chosen, together(page.count));
    const { words, of } = partsIn(page, this.#by);
    const numbersOf = words.map((parts) => parts.map((key) => this.#numberOf(key)));
    this.#parts.add(page, chosen, groupedByWord(of, numbersOf));
  }

  async figures(cutoff: number): Promise<Pick<SlaReport, 'all' | 'parts'>> {
    const [all] = await this.#all.figures(1, cutoff);
    if (!all) throw new Error('There are no figures of all sessions.');
    const figures = await this.#parts.figures(this.#numbers.size, cutoff);
    const parts = [...this.#numbers]
      .flatMap(([key, number]) => {
        const found = figures[number];
        return found && found.sessions > 0 ? [{ key, ...found }] : [];
      })
      .sort((one, other) => inOrder(one.key, other.key));
    return { all, parts };
  }

  #numberOf(key: string | null): number {
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

/** The parts to which each row of a page belongs; null is none. */
export function partsIn(page: FactsPage, by: ReportDimension): Worded<readonly (string | null)[]> {
  return by === 'group' ? groupsOrNone(page) : singly(page.words[by]);
}

function groupsOrNone({ groups }: FactsPage): Worded<readonly (string | null)[]> {
  return { ...groups, words: groups.words.map((list) => (list.length > 0 ? list : [null])) };
}

function singly({ words, of }: Worded<string | null>): Worded<readonly (string | null)[]> {
  return { words: words.map((word) => [word]), of };
}

/** By key, those of no part last. */
function inOrder(one: string | null, other: string | null): number {
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}
