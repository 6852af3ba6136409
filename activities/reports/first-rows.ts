import type { FactsPage } from './days/facts-page.js';
import type { FigureRows } from './figure-rows.js';
import { nearestRanks } from './nearest-rank.js';

/** A row of a page, and how long the measure took that is asked of; NaN where none is. */
export interface PagedRow {
  readonly page: FactsPage;
  readonly row: number;
  readonly took: number;
}

/** Puts the rows of a figure in order: the shortest first, and without a measure the latest first. */
export class FirstRows {
  readonly #found: { readonly page: FactsPage; readonly rows: FigureRows }[] = [];
  #total = 0;

  add(page: FactsPage, rows: FigureRows): void {
    this.#found.push({ page, rows });
    this.#total += rows.rows.length;
  }

  get total(): number {
    return this.#total;
  }

  /** So many of them in order, without the first so many. Only those that can be among them are put in order. */
  slice(skip: number, most: number): readonly PagedRow[] {
    const last = Math.min(skip + most, this.#total);
    if (last <= skip) return [];
    const [limit] = nearestRanks(this.#keys(), [last / this.#total]).at;
    const first: PagedRow[] = [];
    for (const { page, rows } of this.#found) {
      for (const row of rows.rows) {
        const took = rows.took[row] ?? NaN;
        if (keyOf(page, row, took) <= (limit ?? Infinity)) first.push({ page, row, took });
      }
    }
    return first.sort(inOrder).slice(skip, last);
  }

  #keys(): Float64Array {
    const keys = new Float64Array(this.#total);
    let count = 0;
    for (const { page, rows } of this.#found) {
      for (const row of rows.rows) {
        keys[count] = keyOf(page, row, rows.took[row] ?? NaN);
        count += 1;
      }
    }
    return keys;
  }
}

function keyOf({ requestedAt }: FactsPage, row: number, took: number): number {
  return Number.isNaN(took) ? -(requestedAt[row] ?? NaN) : took;
}

// The rows of a page are in the order of their requests, those of the same instant by their ids.
function inOrder(one: PagedRow, other: PagedRow): number {
  const byTook = Number.isNaN(one.took) ? 0 : one.took - other.took;
  if (byTook !== 0) return byTook;
  const byRequest =
    (other.page.requestedAt[other.row] ?? NaN) - (one.page.requestedAt[one.row] ?? NaN);
  return byRequest !== 0 ? byRequest : other.row - one.row;
}
