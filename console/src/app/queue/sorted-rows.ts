import type { QueueRow } from '../desk/contract.js';

type Order = (a: QueueRow, b: QueueRow) => number;

/** The place at which a row stands or would stand in a sorted list. */
export function placeOf(rows: readonly QueueRow[], row: QueueRow, order: Order): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = rows[middle];
    if (other && order(other, row) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Puts a row in its place in a sorted list, or in that of the row it follows when the place is the same. */
export function put(rows: QueueRow[], row: QueueRow, order: Order): void {
  const place = placeOf(rows, row, order);
  rows.splice(place, rows[place]?.id === row.id ? 1 : 0, row);
}

/** Takes a row out of a sorted list, by the row as it was when it was put there. */
export function take(rows: QueueRow[], row: QueueRow, order: Order): void {
  const place = placeOf(rows, row, order);
  if (rows[place]?.id === row.id) rows.splice(place, 1);
}
