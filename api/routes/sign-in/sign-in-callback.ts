import type { SignedInPerson } from '../../../activities/directory/staff-sign-in.js';
import type { Desk } from '../../desk.js';
import type { PublicOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { hashOf, randomToken } from '../../secrets.js';
import { openTransaction } from '../../sign-in/sealed-transaction.js';

/** How long a sign-in lasts, whatever is done with it. */
const signInLifetimeMs = 12 * 3_600_000;

/** Back from the identity provider: a new sign-in, never the one that the browser had before. */
export const signInCallback: PublicOperation<'signInCallback'> = {
  access: 'public',
  async handle({ url, cookies }, desk) {
    const { identity, settings, stores, now } = desk;
    const jar = settings.cookies;
    const begun = cookies.get(jar.transaction);
    const transaction = openTransaction(settings.keys.signInTransaction, begun, now());
    if (!transaction) throw new ProblemError('sign-in-failed');
    const technician = await admitted(desk, await identity.finish(url, transaction));
    const former = cookies.get(jar.signIn);
    if (former !== undefined) await stores.staffSessions.end(hashOf(former));
    const id = randomToken();
    await stores.staffSessions.add({
      idHash: hashOf(id),
      technician,
      csrfToken: randomToken(),
      expiresAt: new Date(now() + signInLifetimeMs),
    });
    return {
      status: 302,
      location: transaction.returnTo,
      cookies: [
        { name: jar.signIn, value: id, maxAgeSeconds: signInLifetimeMs / 1000 },
        { name: jar.transaction, value: '', maxAgeSeconds: 0 },
      ],
    };
  },
};

async function admitted({ stores, organisation }: Desk, person: SignedInPerson): Promise<string> {
  const admission = await stores.staffSignIn.admit(person);
  if (admission.kind === 'unknown') throw new ProblemError('technician-unknown');
  if (admission.kind === 'disabled') throw new ProblemError('technician-disabled');
  // What the sign-in has brought is in force before the first request is asked.
  await organisation.look();
  return admission.technician;
}
