import { randomBytes } from 'node:crypto';
import { ConfigError } from './config-error.js';
import { readWorkerConfig } from './config.js';

const good = {
  DATABASE_URL: 'postgres://app:pw@127.0.0.1:7320/mayday',
  TEMPORAL_ADDRESS: '127.0.0.1:7310',
  JANUS_URL: 'ws://127.0.0.1:7330',
  JANUS_TOKEN_SECRET: randomBytes(24).toString('base64url'),
  JANUS_ADMIN_KEY: randomBytes(24).toString('base64url'),
  PUBLIC_URL: 'https://desk.example',
  MAYDAY_SECRET: randomBytes(32).toString('base64url'),
};

function mistakesIn(environment: Record<string, string | undefined>): readonly string[] {
  try {
    readWorkerConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
}

describe('The configuration of the worker', () => {
  it('needs no mail server, no port for its health and no audit of its own', () => {
    const { mail, healthPort, audit, privateWebhooks } = readWorkerConfig(good);
    expect([mail, healthPort, audit, privateWebhooks]).toEqual([null, null, null, false]);
  });

  it('lists every mistake at once', () => {
    const mistakes = mistakesIn({ HEALTH_PORT: 'high', SMTP_URL: 'mail.example' });
    for (const name of [...Object.keys(good), 'HEALTH_PORT', 'SMTP_URL', 'MAIL_FROM']) {
      expect(mistakes.filter((mistake) => mistake.startsWith(`${name} `)).length)
        .withContext(name)
        .toBe(1);
    }
  });

  it('refuses an amount to be written down that there is not', () => {
    expect(readWorkerConfig({ ...good, LOG_LEVEL: 'warn' }).logLevel).toBe('warn');
    expect(mistakesIn({ ...good, LOG_LEVEL: 'loud' })[0]).toMatch(/^LOG_LEVEL must be info or /);
  });

  it('refuses sample secrets outside the demonstration, as the API does', () => {
    const sample = { ...good, JANUS_TOKEN_SECRET: 'janusrocks' };
    expect(mistakesIn(sample)[0]).toMatch(/^JANUS_TOKEN_SECRET/);
    expect(mistakesIn({ ...sample, MAYDAY_DEMO: '1' })).toEqual([]);
    const mails = { MAIL_FROM: 'desk@desk.example', SMTP_URL: 'smtp://desk:changeme@mail.example' };
    expect(mistakesIn({ ...good, ...mails })[0]).toContain('SMTP_URL');
  });

  it('takes a mail server only with the address it writes from', () => {
    const server = { ...good, SMTP_URL: 'smtps://desk:pw@mail.example' };
    expect(mistakesIn(server)[0]).toMatch(/^MAIL_FROM/);
    expect(mistakesIn({ ...server, MAIL_FROM: 'the desk' })[0]).toMatch(/^MAIL_FROM/);
    const { mail } = readWorkerConfig({ ...server, MAIL_FROM: 'Desk <desk@example.org>' });
    expect(mail).toEqual({ url: server.SMTP_URL, from: 'Desk <desk@example.org>' });
  });
});
