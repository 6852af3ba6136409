import type { QueueRow, QueueView } from '../desk/contract.js';

/** The tabs of the queue, in their order. */
export const queueViews = [
  'mine',
  'unassigned',
  'invited',
  'all',
  'closed',
] as const satisfies readonly QueueView[];

/** What a list shows: a view, narrowed to a channel and to words in subject and name. */
export interface QueueFilter {
  readonly view: QueueView;
  readonly channel: string | null;
  readonly text: string;
}

/** Whether a text from an address names a view. */
export function isQueueView(text: string): text is QueueView {
  return queueViews.some((view) => view === text);
}

/** Whether a row that came live stands in a list, as the desk would answer for it. */
export function belongs(row: QueueRow, filter: QueueFilter, me: string): boolean {
  return (
    inView(row, filter.view, me) && inChannel(row, filter.channel) && saysAll(row, filter.text)
  );
}

/** The order of a list: longest waiting first, what has ended latest first; the id decides between equals. */
export function orderOf(view: QueueView): (a: QueueRow, b: QueueRow) => number {
  return view === 'closed'
    ? (a, b) => byText(b.endedAt ?? '', a.endedAt ?? '') || byText(b.id, a.id)
    : (a, b) => byText(a.requestedAt, b.requestedAt) || byText(a.id, b.id);
}

function inView(row: QueueRow, view: QueueView, me: string): boolean {
  const ended = row.endedAt !== null;
  switch (view) {
    case 'mine':
      return !ended && isMine(row, me);
    case 'unassigned':
      return !ended && row.assignee === null;
    case 'invited':
      return row.state === 'waiting';
    case 'all':
      return !ended;
    case 'closed':
      return ended;
  }
}

/** Mine is what I answer for, what is offered or handed to me, and what I am in beside somebody. */
function isMine({ assignee, offer, transfer, collaborators }: QueueRow, me: string): boolean {
  const people = [assignee, offer?.technician, transfer?.person];
  return (
    people.some((person) => person?.key === me) ||
    collaborators.some(({ person }) => person.key === me)
  );
}

function inChannel(row: QueueRow, channel: string | null): boolean {
  return channel === null || row.channel.key === channel;
}

function saysAll(row: QueueRow, text: string): boolean {
  const hay = `${row.subject} ${row.requester.name}`.toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
