import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  customFetch,
  type CustomFetch,
  discovery,
  enableNonRepudiationChecks,
  type DiscoveryRequestOptions,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { SignedInPerson } from '../../activities/directory/staff-sign-in.js';
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
  /** The claim with somebody's groups; `groups` where it is left out. */
  readonly claim?: string;
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
      scope: this.#config.scope,
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

  /** The person who came back, as the provider names them. */
  async finish(url: URL, transaction: SignInTransaction): Promise<SignedInPerson> {
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
      return personIn(tokens.claims() ?? {}, this.#reach.claim ?? 'groups');
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
      execute: [
        // Also where a token came straight from the provider, its signature says whose it is.
        enableNonRepudiationChecks,
        // Marked as deprecated to stand out: for a provider on loopback, such as the demonstration's.
        // eslint-disable-next-line @typescript-eslint/no-deprecated
        ...(issuer.protocol === 'http:' ? [allowInsecureRequests] : []),
      ],
      ...(this.#reach.fetch ? { [customFetch]: this.#reach.fetch } : {}),
      timeout: 10,
    };
    return discovery(issuer, clientId, clientSecret, undefined, options);
  }
}

function personIn(claims: Readonly<Record<string, unknown>>, claim: string): SignedInPerson {
  const text = (name: string): string | null => {
    const value = claims[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const claimed = [claims[claim]].flat().filter((value) => typeof value === 'string');
  const subject = text('sub') ?? '';
  return {
    subject,
    keys: [text('preferred_username'), subject].filter((key) => key !== null),
    name: text('name'),
    // An address that nobody has proved could be anybody's.
    address: claims['email_verified'] === true ? text('email') : null,
    claimed,
  };
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
