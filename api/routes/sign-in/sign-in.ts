import type { PublicOperation } from '../../operation.js';
import { sealTransaction, transactionLifetimeMs } from '../../sign-in/sealed-transaction.js';

/** Goes to the identity provider; what must be remembered stays sealed in the browser's cookie. */
export const signIn: PublicOperation<'signIn'> = {
  access: 'public',
  async handle({ query }, { identity, settings, now }) {
    const { location, transaction } = await identity.begin(query.returnTo ?? '/', now());
    const value = sealTransaction(settings.keys.signInTransaction, transaction);
    const maxAgeSeconds = transactionLifetimeMs / 1000;
    return {
      status: 302,
      location,
      cookies: [{ name: settings.cookies.transaction, value, maxAgeSeconds }],
    };
  },
};
