import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunStore } from '../../activities/audit/run-store.js';
import { makeSealedLog, type SealedLog } from '../../activities/audit/sealed-log-testing.js';
import { troubleIn } from '../../activities/audit/trouble-in.js';
import { defaultPolicyDirectory } from '../../policies/reading/read-policy-set.js';
import { DeskFailure } from './desk-failure.js';
import { deskProgram } from './program.js';

describe('desk audit', () => {
  let log: SealedLog;
  let base: string;

  beforeEach(async () => {
    log = await makeSealedLog(2);
    base = mkdtempSync(join(tmpdir(), 'desk-audit-'));
  });

  afterEach(async () => {
    rmSync(base, { recursive: true });
    await log.drop();
  });

  async function desk(...words: string[]): Promise<string | readonly string[]> {
    let printed = '';
    const { key: AUDIT_KEY, checkpoints: AUDIT_CHECKPOINTS } = log.files;
    const environment = { DATABASE_URL: log.database.url, AUDIT_KEY, AUDIT_CHECKPOINTS };
    const print = (answer: string) => (printed += answer);
    const program = deskProgram({ base, policy: defaultPolicyDirectory, print, environment });
    try {
      await program.parseAsync(words, { from: 'user' });
      return printed;
    } catch (error) {
      if (error instanceof DeskFailure) return error.lines;
      throw error;
    }
  }

  it('verifies the log, and names what is wrong with it', async () => {
    expect(await desk('audit', 'verify')).toMatch(/^10 entries, 2 heads, .* checkpoint of size 10/);
    await log.database.owner.transaction(async (tx) => {
      await tx.raw('set local session_replication_role = replica');
      await tx.raw(`update audit_entries set action = 'another' where id = 5`);
    });
    const findings = ['leaf 4: the entry is not what its hash says'];
    expect(await desk('audit', 'verify')).toEqual(findings);
    // The desk hears of it too, and tells whoever must know.
    const runs = new RunStore(log.database.app);
    expect(troubleIn(await runs.lastEnded('verification'))).toEqual(findings);
  });

  it('exports a bundle that proves itself against the key and the checkpoint, and notes it', async () => {
    expect(await desk('audit', 'export', 'mine')).toMatch(/^mine: entries 0 up to 10/);
    expect(await desk('audit', 'export', 'mine')).toEqual([
      'the folder is there already: name a new one',
    ]);
    const key = join(base, 'public.pem');
    writeFileSync(key, log.trust().publicKey ?? '');
    const verifier = join(base, 'mine/verify.mjs');
    const words = [join(base, 'mine'), '--key', key, '--checkpoint', log.files.checkpoints];
    expect(spawnSync(process.execPath, [verifier, ...words]).status).toBe(0);
    await log.sealer.seal();
    expect(await desk('audit', 'verify')).toMatch(/^11 entries/);
  });

  it('refuses periods that are none', async () => {
    expect(await desk('audit', 'export', 'mine', '--from', 'yesterday')).toEqual([
      '--from "yesterday" is no date: write 2026-11-01 or 2026-11-01T08:00Z',
    ]);
    const reversed = ['--from', '2026-11-02', '--to', '2026-11-01'];
    expect(await desk('audit', 'export', 'mine', ...reversed)).toEqual([
      'The period ends before it begins.',
    ]);
  });

  it('rotates the key, which the old checkpoint survives', async () => {
    expect(await desk('audit', 'rotate-key')).toMatch(/the log's key is now [0-9a-f]{64}/);
    expect(await desk('audit', 'verify')).toMatch(/^10 entries/);
  });

  it('forgets by class and by person, says first what would go, and still verifies', async () => {
    expect(await desk('retention', 'run')).toBe(
      'session: kept for ever\nchat: kept for ever\nrecording: kept for ever, and nothing of this kind is kept\naudit: kept for ever\n',
    );
    expect(await desk('retention', 'set', 'chat', '0')).toEqual([
      '"0" is no number of days from 1 to 36500, and not "forever"',
    ]);
    expect(await desk('retention', 'set', 'chat', '3')).toBe('chat: kept 3 days\n');
    await log.database.owner.raw(`update sessions set ended_at = ended_at - interval '4 days'`);
    expect(await desk('retention', 'run', '--dry-run')).toContain(
      'chat: kept 3 days, 2 texts of 2 sessions would be erased',
    );
    expect(await desk('retention', 'run')).toContain('2 texts of 2 sessions erased');
    const nobody = crypto.randomUUID();
    expect(await desk('person', 'erase', nobody)).toEqual([`Nobody is known as ${nobody}.`]);
    await log.database.owner.raw(`update sessions set ended_at = ended_at + interval '4 days'`);
    await log.sealer.seal();
    expect(await desk('audit', 'verify')).toMatch(/all as signed/);
  });

  it('finds that the log was cut when a checkpoint says that it was longer', async () => {
    const last = readFileSync(log.files.checkpoints, 'utf8').trimEnd().split('\n').at(-1) ?? '';
    const later = { ...(JSON.parse(last) as object), size: 40 };
    appendFileSync(log.files.checkpoints, `${JSON.stringify(later)}\n`);
    const found = await desk('audit', 'verify');
    expect(found.toString()).toContain('the log ends at size 10: its end was cut off');
  });
});
