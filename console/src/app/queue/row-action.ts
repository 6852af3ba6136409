import type { Ability, QueueRow } from '../desk/contract.js';

/** What the one button of a row does. */
export type RowAction = 'start' | 'claim' | 'copy-link' | 'open';

const byWeight = ['start', 'claim', 'copy-link'] as const satisfies readonly (Ability &
  RowAction)[];

/** The first thing to do with a row, among what the desk lets the technician do; opening it else. */
export function rowAction(row: QueueRow): RowAction {
  if (row.state === 'active') return 'open';
  return byWeight.find((action) => row.abilities.includes(action)) ?? 'open';
}
