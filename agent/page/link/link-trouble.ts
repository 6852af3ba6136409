/** Why a link leads nowhere; each has its own sentence. */
export type LinkTrouble =
  'expired' | 'withdrawn' | 'used-elsewhere' | 'closed' | 'unknown' | 'missing' | 'unreachable';

const byCode: Readonly<Record<string, LinkTrouble>> = {
  'link-expired': 'expired',
  'link-withdrawn': 'withdrawn',
  'link-used-by-another-device': 'used-elsewhere',
  'device-bound': 'used-elsewhere',
  'session-closed': 'closed',
  'session-ended': 'closed',
};

/** The trouble that a problem's code stands for; what the desk says of nothing is an unknown link. */
export function troubleOf(code: string): LinkTrouble {
  return (Object.hasOwn(byCode, code) ? byCode[code] : undefined) ?? 'unknown';
}
