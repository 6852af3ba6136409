import type { AuditEntry } from '../desk/contract.js';

/** One thing that was done, by the name that the desk has for it, and how often. */
export interface Deed {
  /** An event, or what was done to the thing that the entry is about. */
  readonly did: string | null;
  /** The action of the policy that it took. */
  readonly action: string | null;
  readonly channel: string | null;
  readonly times: number;
}

/** What an entry says was done; one that was gathered over a minute says several things. */
export function deedsOf({ action, kind, data }: AuditEntry): readonly Deed[] {
  const { events, gathered } = data;
  if (Array.isArray(gathered)) {
    return gathered.map((one: unknown) => deedIn(Object(one) as AuditEntry['data']));
  }
  if (Array.isArray(events)) return events.map((event) => deedIn({ did: String(event) }));
  if (kind === 'sign-in') return [deedIn(data), ...broughtBySignIn(data)];
  // What the desk put right is no action of the policy, though it stands in its place.
  if (kind === 'repair' && action !== null) return [deedIn({ did: action })];
  return [deedIn({ ...data, action })];
}

/** That somebody signed in is what their entry is, and no action of the policy; what it brought them is more. */
function broughtBySignIn(data: AuditEntry['data']): readonly Deed[] {
  const any = (...names: readonly string[]) =>
    names.some((name) => Array.isArray(data[name]) && data[name].length > 0);
  return [
    ...(any('joined', 'given') ? ['sign-in-brought'] : []),
    ...(any('left', 'taken') ? ['sign-in-took'] : []),
    ...(any('nowhere') ? ['sign-in-led-nowhere'] : []),
  ].map((did) => deedIn({ did }));
}

function deedIn(data: AuditEntry['data']): Deed {
  const { did, look, change, action, channel, times } = data;
  return {
    did: textIn(did) ?? textIn(look) ?? textIn(change),
    action: textIn(action),
    channel: textIn(channel),
    times: typeof times === 'number' ? times : 1,
  };
}

function textIn(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
