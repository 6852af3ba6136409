import { randomBytes } from 'node:crypto';
import { ConfigError, readConfig } from './config.js';

const good = {
  DATABASE_URL: 'postgres://app:pw@127.0.0.1:7320/mayday',
  TEMPORAL_ADDRESS: '127.0.0.1:7310',
  JANUS_URL: 'ws://127.0.0.1:7330',
  JANUS_TOKEN_SECRET: randomBytes(24).toString('base64url'),
  JANUS_ADMIN_KEY: randomBytes(24).toString('base64url'),
  PUBLIC_URL: 'https://desk.example',
  MAYDAY_SECRET: randomBytes(32).toString('base64url'),
  OIDC_ISSUER: 'https://identity.example',
  OIDC_CLIENT_ID: 'mayday',
  OIDC_CLIENT_SECRET: randomBytes(24).toString('base64url'),
};

function mistakesIn(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

describe('The configuration of the API', () => {
  it('is read from the environment', () => {
    const config = readConfig(good);
    expect(config.port).toBe(7300);
    expect(config.temporal.taskQueue).toBe('mayday');
    expect(config.identityProvider?.clientId).toBe('mayday');
    expect(config.demo).toBeNull();
  });

  it('lists every mistake at once', () => {
    const names = [
      'DATABASE_URL',
      'TEMPORAL_ADDRESS',
      'PUBLIC_URL',
      'MAYDAY_SECRET',
      'OIDC_ISSUER',
    ];
    const mistakes = mistakesIn({});
    for (const name of names) {
      expect(mistakes.some((mistake) => mistake.startsWith(`${name} is missing`))).toBeTrue();
    }
  });

  it('refuses sample secrets by name outside the demonstration', () => {
    const sample = { ...good, JANUS_TOKEN_SECRET: 'janusrocks', JANUS_ADMIN_KEY: 'supersecret' };
    expect(mistakesIn(sample).map((mistake) => mistake.split(' ')[0])).toEqual([
      'JANUS_TOKEN_SECRET',
      'JANUS_ADMIN_KEY',
    ]);
  });

  it('refuses a root key of zeros', () => {
    const key = Buffer.alloc(32).toString('base64url');
    expect(mistakesIn({ ...good, MAYDAY_SECRET: key })[0]).toMatch(/^MAYDAY_SECRET/);
  });

  it('serves plain HTTP on loopback only', () => {
    expect(mistakesIn({ ...good, PUBLIC_URL: 'http://desk.example' })[0]).toMatch(/^PUBLIC_URL/);
    expect(mistakesIn({ ...good, PUBLIC_URL: 'http://127.0.0.1:7300' })).toEqual([]);
  });

  it('embeds an identity provider for the demonstration only', () => {
    const without = { ...good, OIDC_ISSUER: '' };
    expect(mistakesIn(without)[0]).toMatch(/^OIDC_ISSUER/);
    const demo = { ...without, MAYDAY_DEMO: '1', MAYDAY_DEMO_PASSWORD: 'teal-otter-1234' };
    expect(mistakesIn(demo)).toEqual([]);
  });
});
