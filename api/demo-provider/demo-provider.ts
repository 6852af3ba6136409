import { generateKeyPairSync } from 'node:crypto';
import { interactionPolicy, Provider, type Configuration, type JWK } from 'oidc-provider';
import { MemoryAdapter } from './memory-adapter.js';

/** What the embedded provider is made for. */
export interface DemoProviderOptions {
  readonly publicUrl: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the provider's own cookies. */
  readonly cookieKey: string;
  /** The name of a technician who may sign in now, or null. */
  readonly nameOf: (technician: string) => string | null;
}

/** The path below which the embedded provider answers. */
export const demoProviderPath = '/oidc';

/** The issuer's address of the embedded provider. */
export function demoIssuer(publicUrl: URL): URL {
  return new URL(demoProviderPath, publicUrl);
}

/** A real OpenID Connect provider in this process that knows the demonstration's people alone. */
export function createDemoProvider(options: DemoProviderOptions): Provider {
  return new Provider(demoIssuer(options.publicUrl).href, configurationOf(options));
}

function configurationOf(options: DemoProviderOptions): Configuration {
  const { publicUrl, clientId, clientSecret, cookieKey, nameOf } = options;
  const secure = publicUrl.protocol === 'https:';
  const cookie = { httpOnly: true, sameSite: 'lax', secure, signed: true } as const;
  return {
    adapter: MemoryAdapter,
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [new URL('/api/sign-in/callback', publicUrl).href],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        ...(secure ? {} : { application_type: 'native' }),
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: [cookieKey], short: cookie, long: cookie },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'] },
    // The console reads who somebody is from the desk; the desk reads it from the token alone.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    interactions: {
      policy: signInOnly(),
      url: (_context, { uid }) => `${demoProviderPath}/interaction/${uid}`,
    },
    pkce: { required: () => true },
    ttl: { Interaction: 900, Session: 60, Grant: 60, AccessToken: 60, IdToken: 60 },
    findAccount: (_context, key) => {
      const name = nameOf(key);
      if (name === null) return undefined;
      return {
        accountId: key,
        claims: () => ({ sub: key, name, preferred_username: key }),
      };
    },
    // Signing in at one's own desk needs no second question.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = 'text/plain';
      context.body = `The sign-in did not work (${out.error}). Go back to the desk and try again.`;
    },
  };
}

/** The desk counts as a native client on plain HTTP; it is still the organisation's own, and asks nobody for permission. */
function signInOnly(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  policy.get('consent')?.checks.remove('native_client_prompt');
  return policy;
}

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { kty, n, e, d, p, q, dp, dq, qi } = privateKey.export({ format: 'jwk' });
  if (kty !== 'RSA' || !n || !e || !d || !p || !q || !dp || !dq || !qi) {
    throw new Error('A fresh RSA key lacks a part.');
  }
  return { kty, n, e, d, p, q, dp, dq, qi, use: 'sig', alg: 'RS256', kid: 'demonstration' };
}
