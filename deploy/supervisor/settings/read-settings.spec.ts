import { HouseProblems } from '../house-problems.js';
import { readSettings } from './read-settings.js';

describe('Settings from the environment', () => {
  it('are those of a demonstration on this machine when nothing is said', () => {
    const settings = readSettings({});
    expect(settings.publicUrl).toBe('http://localhost:7300');
    expect(settings.host).toBe('127.0.0.1');
    expect(settings.demo).toBeTrue();
    expect(settings.parts).toEqual(['postgres', 'temporal', 'janus', 'worker', 'api']);
  });

  it('leave out the parts that are elsewhere, one by one', () => {
    expect(readSettings({ TEMPORAL_ADDRESS: 'temporal:7233' }).parts).not.toContain('temporal');
    expect(readSettings({ DATABASE_URL: 'postgres://db/desk' }).parts).not.toContain('postgres');
    const relay = { JANUS_URL: 'ws://relay', JANUS_TOKEN_SECRET: 's', JANUS_ADMIN_KEY: 'k' };
    expect(readSettings(relay).parts).not.toContain('janus');
  });

  it('serve other machines on the port of the public address', () => {
    const settings = readSettings({ PUBLIC_URL: 'https://desk.example.org:8443/' });
    expect(settings.publicUrl).toBe('https://desk.example.org:8443');
    expect(settings.host).toBe('0.0.0.0');
    expect(settings.ports.api).toBe(8443);
    expect(settings.publicAddress.ownTls).toBeTrue();
  });

  it('leave encryption to a proxy on this machine', () => {
    const settings = readSettings({ PUBLIC_URL: 'https://desk.example.org', HOST: '127.0.0.1' });
    expect(settings.ports.api).toBe(7300);
    expect(settings.publicAddress.ownTls).toBeFalse();
  });

  it('refuse plain HTTP for other machines', () => {
    expect(problemsOf({ PUBLIC_URL: 'http://desk.example.org' })).toHaveSize(1);
    expect(problemsOf({ HOST: '0.0.0.0' })).toHaveSize(1);
  });

  it('refuse numbers that would end worker or API in the middle of a start', () => {
    const absurd = { LIMIT_CHANNELS: '1e99', HEALTH_PORT: 'abc', TRUSTED_PROXIES: '-1' };
    expect(problemsOf({ ...absurd, RTP_PORTS: '70000-80000' })).toEqual([
      'RTP_PORTS is "70000-80000": give two ports from 1024 to 65535, such as 20000-20200.',
      'HEALTH_PORT is "abc": give a whole number from 1 to 65535.',
      'LIMIT_CHANNELS is "1e99": give a whole number from 1 to 10000.',
      'TRUSTED_PROXIES is "-1": give a whole number from 0 to 10.',
    ]);
  });

  it('take a number that is set to nothing for one that is not set', () => {
    const settings = readSettings({
      PORT: '',
      LIMIT_CHANNELS: ' ',
      PUBLIC_URL: 'https://a.example:8443',
    });
    expect(settings.ports.api).toBe(8443);
  });

  it('list every mistake at once', () => {
    const problems = problemsOf({
      PORT: 'seven',
      RTP_PORTS: '9-1',
      TLS_CERT: 'cert.pem',
      JANUS_URL: 'ws://relay',
      OIDC_ISSUER: 'https://id.example.org',
      MAYDAY_DEMO: 'yes',
    });
    expect(problems).toHaveSize(6);
  });
});

function problemsOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof HouseProblems) return error.problems;
    throw error;
  }
  return [];
}
