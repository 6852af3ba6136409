import type { QueueRow } from '../desk/contract.js';

/** A row as it is shown; `gone` when it has left the list and keeps its place only while the pointer rests. */
export interface ShownRow {
  readonly row: QueueRow;
  readonly gone: boolean;
}

/** The rows to show, and how many wait to be shown. */
export interface Settled {
  readonly rows: readonly ShownRow[];
  readonly waiting: number;
}

/**
 * What to show of a list: while the order is held, every row stays where it was, with its news, and
 * new ones wait; else the list as it is.
 */
export function settle(
  now: readonly QueueRow[],
  before: readonly ShownRow[],
  held: boolean,
): Settled {
  if (!held) return { rows: now.map((row) => ({ row, gone: false })), waiting: 0 };
  const current = new Map(now.map((row) => [row.id, row]));
  const rows = before.map((shown) => {
    const row = current.get(shown.row.id);
    return row === shown.row && !shown.gone ? shown : { row: row ?? shown.row, gone: !row };
  });
  const stayed = rows.filter(({ gone }) => !gone).length;
  return { rows, waiting: now.length - stayed };
}
