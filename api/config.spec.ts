import { randomBytes } from 'node:crypto';
import { ConfigError } from '../activities/config-error.js';
import { readConfig } from './config.js';

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

  const samples: Readonly<Record<string, string>> = {
    JANUS_TOKEN_SECRET: 'janusrocks',
    JANUS_ADMIN_KEY: 'supersecret',
    OIDC_CLIENT_SECRET: 'changeme',
    METRICS_TOKEN: 'secret',
    MAYDAY_SECRET: Buffer.alloc(32, 7).toString('base64url'),
    TURN_SECRET: 'password',
    DATABASE_URL: 'postgres://postgres:postgres@127.0.0.1/mayday',
  };

  for (const [name, value] of Object.entries(samples)) {
    it(`refuses a sample for ${name} by its name`, () => {
      const turn = name === 'TURN_SECRET' ? { TURN_URLS: 'turn:turn.example:3478' } : {};
      const mistakes = mistakesIn({ ...good, ...turn, [name]: value });
      expect(mistakes.length).toBe(1);
      expect(mistakes[0]).toContain(name);
    });
  }

  it('reads where media goes around, and lists what is wrong with it', () => {
    const turn = { TURN_URLS: 'turn:a.example:3478, turns:a.example:5349?transport=tcp' };
    const secret = randomBytes(24).toString('base64url');
    const { turn: read } = readConfig({ ...good, ...turn, TURN_SECRET: secret });
    expect(read?.urls).toEqual(['turn:a.example:3478', 'turns:a.example:5349?transport=tcp']);
    expect(mistakesIn({ ...good, ...turn })[0]).toContain('TURN_SECRET');
    const wrong = { TURN_URLS: 'https://a.example', TURN_SECRET: secret };
    expect(mistakesIn({ ...good, ...wrong })[0]).toContain('https://a.example');
  });

  it('lists every number that is impossible, with what was given', () => {
    const absurd = {
      PORT: '70000',
      LIMIT_CHANNELS: '1e99',
      LIMIT_TECHNICIANS: '0',
      LIMIT_GROUPS_PER_CHANNEL: '1.5',
      TRUSTED_PROXIES: '-1',
    };
    const mistakes = mistakesIn({ ...good, ...absurd });
    expect(mistakes.map((mistake) => mistake.split(':')[0])).toEqual(
      Object.entries(absurd).map(([name, given]) => `${name} is "${given}"`),
    );
    const { directoryLimits } = readConfig({
      ...good,
      LIMIT_CHANNELS: ' ',
      LIMIT_TECHNICIANS: '7',
    });
    expect(directoryLimits).toEqual({ channels: 500, technicians: 7, groupsPerChannel: 100 });
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
