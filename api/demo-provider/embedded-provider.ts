import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import express, { type RequestHandler } from 'express';
import type { Authorizer } from '../../policies/authorize.js';
import type { IdentityProviderConfig, TlsConfig } from '../config.js';
import { IdentityProvider } from '../sign-in/identity-provider.js';
import { createDemoProvider, demoIssuer } from './demo-provider.js';
import { demoPeople } from './demo-people.js';
import { peoplePicker } from './people-picker.js';
import { selfFetch } from './self-fetch.js';

/** What the demonstration's sign-in is made with. */
export interface EmbeddedProviderOptions {
  readonly publicUrl: URL;
  readonly organisation: string;
  readonly password: string;
  /** A secret of this installation, to derive the provider's own from. */
  readonly secret: string;
  readonly authorizer: () => Authorizer;
  /** Hears of every password that was not the right one. */
  readonly onWrongPassword: (technician: string, address: string) => void;
  /** Where the desk listens, so that it reaches its own provider without going round. */
  readonly port: number;
  readonly tls: TlsConfig | null;
  /** The project's folder. */
  readonly root: string;
}

/** The demonstration's provider: what answers below its path, and the desk's way to it. */
export interface EmbeddedProvider {
  readonly handler: RequestHandler;
  readonly identity: IdentityProvider;
}

const clientId = 'mayday';

/** Puts the demonstration's identity provider together. */
export function embedProvider(options: EmbeddedProviderOptions): EmbeddedProvider {
  const { publicUrl, organisation, password, secret, authorizer, port, tls } = options;
  const provider = createDemoProvider({
    publicUrl,
    clientId,
    clientSecret: secret,
    cookieKey: secret,
    nameOf: (key) => {
      const found = authorizer().people.technician(key);
      return found && !found.disabled ? (found.name ?? key) : null;
    },
  });
  const people = () => demoPeople(authorizer());
  const handler = express.Router({ strict: true, caseSensitive: true });
  const styleFile = join(options.root, 'api/demo-provider/people.css');
  const { onWrongPassword } = options;
  handler.use(
    peoplePicker({ provider, organisation, password, people, styleFile, onWrongPassword }),
  );
  handler.use(provider.callback());
  const config: IdentityProviderConfig = {
    issuer: demoIssuer(publicUrl),
    clientId,
    clientSecret: secret,
    scope: 'openid profile',
  };
  return {
    handler,
    identity: new IdentityProvider(config, publicUrl, {
      fetch: selfFetch(port, tls && readFileSync(tls.certificateFile, 'utf8')),
      asksEachTime: true,
    }),
  };
}
