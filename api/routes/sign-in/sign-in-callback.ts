import type { SignedInPerson } from '../../../activities/directory/staff-sign-in.js';
import { turnedAway, type TurnedAway } from '../../audit/sign-in-happenings.js';
import type { Desk } from '../../desk.js';
import type { OperationRequest, PublicOperation } from '../../operation.js';
import { ProblemError } from '../../problems/problem-error.js';
import { hashOf, randomToken } from '../../secrets.js';
import { openTransaction } from '../../sign-in/sealed-transaction.js';

/** How long a sign-in lasts, whatever is done with it. */
const signInLifetimeMs = 12 * 3_600_000;

type Back = OperationRequest<'signInCallback'>;

/** Back from the identity provider: a new sign-in, never the one that the browser had before. */
export const signInCallback: PublicOperation<'signInCallback'> = {
  access: 'public',
  async handle(request, desk) {
    const { settings, stores, now } = desk;
    const { cookies } = request;
    const jar = settings.cookies;
    const begun = cookies.get(jar.transaction);
    const transaction = openTransaction(settings.keys.signInTransaction, begun, now());
    if (!transaction) {
      note(desk, request, { outcome: 'begun-elsewhere' });
      throw new ProblemError('sign-in-failed');
    }
    const person = await desk.identity.finish(request.url, transaction).catch((error: unknown) => {
      if (isFailure(error)) note(desk, request, { outcome: 'refused-by-provider' });
      throw error;
    });
    const technician = await admitted(desk, request, person);
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

async function admitted(desk: Desk, request: Back, person: SignedInPerson): Promise<string> {
  const { stores, organisation, policy } = desk;
  const place = { revision: policy.authorizer.revision, from: request.address };
  const admission = await stores.staffSignIn.admit(person, place);
  if (admission.kind === 'unknown') {
    const [name] = person.keys;
    note(desk, request, { outcome: 'unknown', ...(name === undefined ? {} : { name }) });
    throw new ProblemError('technician-unknown');
  }
  if (admission.kind === 'disabled') {
    note(desk, request, { outcome: 'disabled', technician: admission.technician });
    throw new ProblemError('technician-disabled');
  }
  // What the sign-in has brought is in force before the first request is asked.
  await organisation.look();
  return admission.technician;
}

/** A provider that is away is nobody's failed sign-in. */
function isFailure(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'sign-in-failed';
}

function note(
  { happenings, policy }: Desk,
  { address }: Back,
  who: Pick<TurnedAway, 'outcome' | 'technician' | 'name'>,
): void {
  happenings.note(turnedAway({ ...who, address, revision: policy.authorizer.revision }));
}
