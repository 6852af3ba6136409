import type { Envelope } from '../contract.js';
import type { EscalateCommand, TransferCommand } from '../domain/session/commands.js';
import type { Actor } from '../domain/session/vocabulary.js';

/** What may be raised by a Signal. */
export type RaisedCommand = TransferCommand | EscalateCommand;

/**
 * Reads what came by a Signal, which nobody has checked before it is in the history: null where it
 * is not whole. Nothing is taken along that was not asked for, and no grant: that is the desk's to give.
 */
export function signalled(raised: unknown): Envelope<RaisedCommand> | null {
  const { id, actor, command } = fieldsOf(raised);
  const by = actorIn(actor);
  const what = commandIn(fieldsOf(command));
  if (!isText(id) || !by || !what) return null;
  return { id, actor: by, grant: null, command: what };
}

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** Users raise nothing: what they have to say, they say to the desk. */
function actorIn(value: unknown): Actor | null {
  const { kind, key, rule } = fieldsOf(value);
  if (kind === 'technician' && isText(key)) return { kind, key };
  return kind === 'desk' && isText(rule) ? { kind, rule } : null;
}

function commandIn(fields: Fields): RaisedCommand | null {
  if (fields['type'] === 'transfer') return transferIn(fields);
  return fields['type'] === 'escalate' ? escalationIn(fields) : null;
}

function transferIn({ channel, assignee, note, group, offer }: Fields): TransferCommand | null {
  const asked = offer === undefined ? {} : offerIn(fieldsOf(offer));
  if (!isText(channel) || !isMaybeText(assignee) || !isMaybeText(note) || !asked) return null;
  if (group !== undefined && !isText(group)) return null;
  const to = group === undefined ? {} : { group };
  return { type: 'transfer', channel, assignee, note, ...to, ...asked };
}

function offerIn({ warm, withinMs }: Fields): Pick<Required<TransferCommand>, 'offer'> | null {
  if (typeof warm !== 'boolean' || typeof withinMs !== 'number') return null;
  return Number.isSafeInteger(withinMs) && withinMs > 0 ? { offer: { warm, withinMs } } : null;
}

function escalationIn({ reason, rule }: Fields): EscalateCommand | null {
  if (!isMaybeText(reason) || (rule !== undefined && !isText(rule))) return null;
  return { type: 'escalate', reason, ...(rule === undefined ? {} : { rule }) };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isMaybeText(value: unknown): value is string | null {
  return value === null || typeof value === 'string';
}
