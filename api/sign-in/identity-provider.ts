import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  customFetch,
  type CustomFetch,
  discovery,
  type DiscoveryRequestOptions,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { IdentityProviderConfig } from '../config.js';
import { ProblemError } from '../problems/problem-error.js';
import { type SignInTransaction, transactionLifetimeMs } from './sealed-transaction.js';

/** Where to send the browser, and what to remember until it is back. */
export interface BegunSignIn {
  readonly location: string;
  readonly transaction: SignInTransaction;
}

/** What is special about a provider. */
export interface Reach {
  /** For one that is reached by another way than its public address. */
  readonly fetch?: CustomFetch;
  /** Whether people choose anew who they are each time. */
  readonly asksEachTime?: boolean;
}

/** The identity provider of the installation, spoken to by OpenID Connect with PKCE. */
export class IdentityProvider {
  readonly #config: IdentityProviderConfig;
  readonly #redirectUri: string;
  readonly #reach: Reach;
  #discovered: Promise<Configuration> | null = null;

  constructor(config: IdentityProviderConfig, publicUrl: URL, reach: Reach = {}) {
    this.#config = config;
    this.#redirectUri = new URL('/api/sign-in/callback', publicUrl).href;
    this.#reach = reach;
  }

  async begin(returnTo: string, now: number): Promise<BegunSignIn> {
    const provider = await this.#discover();
    const verifier = randomPKCECodeVerifier();
    const [state, nonce] = [randomState(), randomNonce()];
    const location = buildAuthorizationUrl(provider, {
      redirect_uri: this.#redirectUri,
      scope: 'openid profile',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
      ...(this.#reach.asksEachTime === true ? { prompt: 'login' } : {}),
    });
    const expiresAt = now + transactionLifetimeMs;
    return {
      location: location.href,
      transaction: { verifier, state, nonce, returnTo, expiresAt },
    };
  }

  /** The keys by which the provider knows the person who came back, the likeliest first. */
  async finish(url: URL, transaction: SignInTransaction): Promise<readonly string[]> {
    const provider = await this.#discover();
    const back = new URL(this.#redirectUri);
    back.search = url.search;
    try {
      const tokens = await authorizationCodeGrant(provider, back, {
        pkceCodeVerifier: transaction.verifier,
        expectedState: transaction.state,
        expectedNonce: transaction.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      return [claims?.['preferred_username'], claims?.sub].filter((key) => typeof key === 'string');
    } catch (error) {
      // A code that is wrong, used, or another browser's: the person can only try again.
      throw new ProblemError('sign-in-failed', { detail: plainReason(error) });
    }
  }

  #discover(): Promise<Configuration> {
    this.#discovered ??= this.#ask().catch((error: unknown) => {
      this.#discovered = null;
      throw new ProblemError('desk-unavailable', {
        detail: `The identity provider does not answer (${plainReason(error)}).`,
      });
    });
    return this.#discovered;
  }

  #ask(): Promise<Configuration> {
    const { issuer, clientId, clientSecret } = this.#config;
    const options: DiscoveryRequestOptions = {
      // Marked as deprecated to stand out: for a provider on loopback, such as the demonstration's.
      // eslint-disable-next-line @typescript-eslint/no-deprecated
      ...(issuer.protocol === 'http:' ? { execute: [allowInsecureRequests] } : {}),
      ...(this.#reach.fetch ? { [customFetch]: this.#reach.fetch } : {}),
      timeout: 10,
    };
    return discovery(issuer, clientId, clientSecret, undefined, options);
  }
}

/** The error's machine code, which names no secret. */
function plainReason(error: unknown): string {
  if (error instanceof Error && 'error' in error && typeof error.error === 'string') {
    return error.error;
  }
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'no answer';
}
