import type { SelfOperation } from '../../operation.js';

/** Ends the caller's sign-in here; open streams and pictures of it end too. */
export const signOut: SelfOperation<'signOut'> = {
  access: 'self',
  async handle(_request, { stores, settings, staffStreams, relay, policy }, caller) {
    const { signInHash, technician, address } = caller;
    await stores.staffSessions.signOut(signInHash, {
      technician,
      revision: policy.authorizer.revision,
      from: address,
    });
    staffStreams.closeSignIn(signInHash);
    relay.closeSignIn(signInHash);
    const { signIn } = settings.cookies;
    return { status: 204, cookies: [{ name: signIn, value: '', maxAgeSeconds: 0 }] };
  },
};
