import type { CodeStanding } from '../../../activities/doors/code-store.js';
import type { Desk } from '../../desk.js';
import type { components } from '../../generated/openapi.js';
import { linkOf } from '../../links/link-of.js';
import type { PublicOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { hashOf } from '../../secrets.js';
import { hasEnded } from '../../../workflows/domain/session/session.js';

/** Longer, and a proxy in between might give up. */
const patienceMs = 20_000;

/** Waits with a device until its code is entered. */
export const awaitCode: PublicOperation<'awaitCode'> = {
  access: 'public',
  async handle({ body }, desk) {
    const { stores, codeWaits } = desk;
    const tokenHash = hashOf(body.deviceToken);
    const first = await standingOf(desk, tokenHash);
    if (first.state !== 'live') return { status: 200, body: await shown(desk, first) };
    let latest = first;
    const left = first.expiresAt.getTime() - desk.now();
    await codeWaits.until(first.sessionId, Math.min(patienceMs, Math.max(0, left)), async () => {
      latest = (await stores.codes.standing(tokenHash)) ?? latest;
      return latest.state !== 'live';
    });
    return { status: 200, body: await shown(desk, latest) };
  },
};

async function standingOf({ stores }: Desk, tokenHash: string): Promise<CodeStanding> {
  const standing = await stores.codes.standing(tokenHash);
  if (!standing) throw new ProblemError('code-over');
  return standing;
}

async function shown(
  { stores, settings, now }: Desk,
  { state, sessionId, expiresAt }: CodeStanding,
): Promise<components['schemas']['CodeStanding']> {
  const remainingMs = Math.max(0, expiresAt.getTime() - now());
  if (state !== 'used') return { state, remainingMs };
  const session = await stores.record.find(sessionId);
  if (!session || hasEnded(session)) return { state: 'over', remainingMs: 0 };
  return { state, remainingMs, link: linkOf(session, settings) };
}
