import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { IdentityProvider } from './identity-provider.js';

const issuer = 'https://identity.example';
const desk = new URL('https://desk.example');

/** A provider whose tokens are signed with a key of its own, or with somebody else's. */
class Provider {
  readonly #own = generateKeyPairSync('rsa', { modulusLength: 2048 });
  readonly #other = generateKeyPairSync('rsa', { modulusLength: 2048 });
  forged = false;
  nonce = '';

  readonly answer = (url: string): Promise<Response> => Promise.resolve(this.#answer(url));

  #answer(url: string): Response {
    if (url.endsWith('/.well-known/openid-configuration')) return Response.json(metadata);
    if (url === metadata.jwks_uri) {
      const key = this.#own.publicKey.export({ format: 'jwk' });
      return Response.json({ keys: [{ ...key, kid: 'own', alg: 'RS256', use: 'sig' }] });
    }
    const { privateKey } = this.forged ? this.#other : this.#own;
    return Response.json({
      access_token: 'unused',
      token_type: 'Bearer',
      id_token: this.#token(privateKey),
    });
  }

  #token(key: KeyObject): string {
    const now = Math.floor(Date.now() / 1_000);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const said = [
      part({ alg: 'RS256', kid: 'own' }),
      part({ iss: issuer, aud: 'mayday', sub: 'ana', nonce: this.nonce, iat: now, exp: now + 60 }),
    ].join('.');
    return `${said}.${sign('sha256', Buffer.from(said), key).toString('base64url')}`;
  }
}

const metadata = {
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  id_token_signing_alg_values_supported: ['RS256'],
};

describe('The identity provider', () => {
  const provider = new Provider();
  const signIn = async () => {
    const identity = new IdentityProvider(
      {
        issuer: new URL(issuer),
        clientId: 'mayday',
        clientSecret: 'a-secret-of-the-desk',
        scope: 'openid',
      },
      desk,
      { fetch: provider.answer },
    );
    const { transaction } = await identity.begin('/', Date.now());
    provider.nonce = transaction.nonce;
    const back = new URL(`/api/sign-in/callback?code=a-code&state=${transaction.state}`, desk);
    return identity.finish(back, transaction);
  };

  it('is believed whom it names', async () => {
    expect((await signIn()).subject).toBe('ana');
  });

  it('is not believed under another’s signature', async () => {
    provider.forged = true;
    await expectAsync(signIn()).toBeRejectedWithError('sign-in-failed');
  });
});
