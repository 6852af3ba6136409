import type { ChosenRows } from './chosen-rows.js';
import type { FactsPage, Worded } from './days/facts-page.js';
import { FigureSums } from './figure-sums.js';
import type { ReportDimension } from './report-request.js';
import type { SlaReport } from './sla-report.js';

/** Adds up the figures of all and of each part; a session counts once in each group of its technician. */
export class PartSums {
  readonly #by: ReportDimension;
  readonly #all = new FigureSums();
  readonly #parts = new Map<string | null, FigureSums>();

  constructor(by: ReportDimension) {
    this.#by = by;
  }

  add(page: FactsPage, { rows, isChosen }: ChosenRows): void {
    const parts = partsIn(page, this.#by);
    const rowOf = page.nextResponse.row;
    const turns = rowOf.map((_, turn) => turn).filter((turn) => isChosen[rowOf[turn] ?? 0] === 1);
    this.#all.add(page, rows, turns);
    const rowsOf = byPart(rows, parts, (row) => row);
    const turnsOf = byPart(turns, parts, (turn) => rowOf[turn] ?? 0);
    parts.keys.forEach((key, part) => {
      this.#part(key).add(page, rowsOf[part] ?? [], turnsOf[part] ?? []);
    });
  }

  async figures(cutoff: number): Promise<Pick<SlaReport, 'all' | 'parts'>> {
    const parts: SlaReport['parts'][number][] = [];
    for (const [key, sums] of [...this.#parts].sort(([one], [other]) => inOrder(one, other))) {
      const figures = await sums.figures(cutoff);
      if (figures.sessions > 0) parts.push({ key, ...figures });
    }
    return { all: await this.#all.figures(cutoff), parts };
  }

  #part(key: string | null): FigureSums {
    const sums = this.#parts.get(key) ?? new FigureSums();
    this.#parts.set(key, sums);
    return sums;
  }
}

interface PagesParts {
  readonly keys: readonly (string | null)[];
  /** Places of keys. */
  readonly partsOf: (row: number) => readonly number[];
}

function partsIn(page: FactsPage, by: ReportDimension): PagesParts {
  const { words, of } = by === 'group' ? groupsOrNone(page) : singly(page.words[by]);
  const keys = [...new Set(words.flat())];
  const places = words.map((some) => some.map((key) => keys.indexOf(key)));
  return { keys, partsOf: (row) => places[of[row] ?? 0] ?? [] };
}

function groupsOrNone({ groups }: FactsPage): Worded<readonly (string | null)[]> {
  return { ...groups, words: groups.words.map((list) => (list.length > 0 ? list : [null])) };
}

function singly({ words, of }: Worded<string | null>): Worded<readonly (string | null)[]> {
  return { words: words.map((word) => [word]), of };
}

/** Places of a column that belong to each part, by the row that each is of. */
function byPart(
  places: Uint32Array,
  { keys, partsOf }: PagesParts,
  rowOf: (place: number) => number,
): readonly (readonly number[])[] {
  const lists = keys.map((): number[] => []);
  for (const place of places) for (const part of partsOf(rowOf(place))) lists[part]?.push(place);
  return lists;
}

/** By key, those of no part last. */
function inOrder(one: string | null, other: string | null): number {
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}
