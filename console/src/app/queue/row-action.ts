import type { Ability, QueueRow } from '../desk/contract.js';

/** What the one button of a row does. */
export type RowAction = 'start' | 'accept' | 'claim' | 'join' | 'copy-link' | 'open';

const byWeight = ['start', 'claim', 'join', 'copy-link'] as const satisfies readonly (Ability &
  RowAction)[];

/** The first thing to do with a row, among what the desk lets the technician do; opening it else. */
export function rowAction(row: QueueRow): RowAction {
  if (isForMe(row)) return 'accept';
  if (row.state === 'active' && !isInvited(row)) return 'open';
  return byWeight.find((action) => row.abilities.includes(action)) ?? 'open';
}

/** Whether the session is offered or handed to me, and I can say yes or no. */
export function isForMe({ abilities }: Pick<QueueRow, 'abilities'>): boolean {
  return abilities.includes('decline') && abilities.includes('claim');
}

/** Whether I was asked in and have not come: who comes of their own accord opens the session first. */
function isInvited({ abilities }: QueueRow): boolean {
  return abilities.includes('join') && abilities.includes('leave');
}
