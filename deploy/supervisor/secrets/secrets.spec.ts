import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepSecrets } from './secrets.js';

describe('The secrets of an installation', () => {
  let data: string;

  beforeEach(() => {
    data = mkdtempSync(join(tmpdir(), 'mayday-secrets-'));
  });

  afterEach(() => {
    rmSync(data, { recursive: true });
  });

  it('are made once and kept', () => {
    expect(keepSecrets(data)).toEqual(keepSecrets(data));
  });

  it('are others in another installation', () => {
    const first = keepSecrets(data);
    rmSync(join(data, 'secrets.json'));
    const second = keepSecrets(data);
    for (const name of ['MAYDAY_SECRET', 'JANUS_TOKEN_SECRET', 'POSTGRES_PASSWORD'] as const) {
      expect(second[name]).not.toBe(first[name]);
    }
  });

  it('gain what a later version needs and lose nothing', () => {
    writeFileSync(join(data, 'secrets.json'), '{"MAYDAY_SECRET":"kept"}');
    expect(keepSecrets(data).MAYDAY_SECRET).toBe('kept');
    expect(readFileSync(join(data, 'secrets.json'), 'utf8')).toContain('JANUS_ADMIN_KEY');
  });

  it('have a demonstration password that one can say on the phone', () => {
    expect(keepSecrets(data).MAYDAY_DEMO_PASSWORD).toMatch(/^[a-z]+-[a-z]+-\d{4}$/);
  });

  it('have one that nobody guesses as soon as others can try it, and keep that', () => {
    const { MAYDAY_DEMO_PASSWORD: sayable, ...rest } = keepSecrets(data);
    const { MAYDAY_DEMO_PASSWORD: strong, ...others } = keepSecrets(data, { isPublic: true });
    // 16 of 31 letters and digits are 79 bits.
    expect(strong).toMatch(/^[a-hj-kmnp-z2-9]{4}(-[a-hj-kmnp-z2-9]{4}){3}$/);
    expect(strong).not.toBe(sayable);
    expect(others).toEqual(rest);
    expect(keepSecrets(data, { isPublic: true }).MAYDAY_DEMO_PASSWORD).toBe(strong);
    expect(keepSecrets(data).MAYDAY_DEMO_PASSWORD).toBe(strong);
  });
});
