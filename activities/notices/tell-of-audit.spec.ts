import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { DueRuns } from '../audit/due-runs.js';
import { RunStore } from '../audit/run-store.js';
import { makeSealedLog, type SealedLog } from '../audit/sealed-log-testing.js';
import { troubleIn } from '../audit/trouble-in.js';
import { readDemonstration } from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { Directory } from '../directory/directory.js';
import { PolicyStore } from '../policy/policy-store.js';
import { DeskPolicy } from '../routing/desk-policy.js';
import { rowsOf } from '../store/database.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { tellOfAudit } from './tell-of-audit.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('A log that is not what was signed', () => {
  let log: SealedLog;
  let said: string[];
  let due: DueRuns;
  let tell: () => Promise<void>;

  beforeEach(async () => {
    log = await makeSealedLog(2);
    const { app, owner } = log.database;
    await seedDemonstration(owner, readDemonstration(root));
    await rowsOf(owner, "update technicians set address = key || '@example.org'");
    const policy = await DeskPolicy.open(
      new Directory(app),
      new PolicyStore(app, new LiveBell(app)),
      null,
    );
    said = [];
    const logger = pino({ level: 'error' }, { write: (line: string) => void said.push(line) });
    due = new DueRuns({ db: app, audit: log.files, log: logger });
    tell = () => tellOfAudit({ db: app, policy: () => policy.current(), mails: true });
  });

  afterEach(() => log.drop());

  async function tamper(id: number): Promise<void> {
    await log.database.owner.transaction(async (tx) => {
      await tx.raw('set local session_replication_role = replica');
      await tx.raw(`update audit_entries set action = 'session.view' where id = ?`, [id]);
    });
  }

  async function verifyAgain(): Promise<void> {
    await rowsOf(
      log.database.owner,
      "update audit_runs set asked_at = asked_at - interval '11 minutes'",
    );
    await due.work();
    await tell();
  }

  const told = async () =>
    rowsOf<{ technician: string }>(
      log.database.app,
      `select technician from notices where kind = 'audit-broken' and session_id is null
       order by position, technician`,
    ).then((rows) => rows.map(({ technician }) => technician));
  const mailed = async () =>
    rowsOf<{ recipient: string }>(
      log.database.app,
      `select recipient from deliveries where type = 'notice.audit-broken' order by recipient`,
    ).then((rows) => rows.map(({ recipient }) => recipient));

  it('is told to whom the policy lets read it, by mail too, and to nobody else', async () => {
    await due.work();
    await tell();
    expect(await told()).toEqual([]);
    await tamper(5);
    await verifyAgain();
    expect((await told()).toSorted()).toEqual(['lena', 'nora']);
    expect(await mailed()).toEqual(['lena', 'nora']);
    expect(said.join()).toContain('The audit log is not what was signed.');
  });

  it('is told once as long as nothing else is found, and again when something is', async () => {
    const before = new Directory(log.database.app);
    const { notices } = await before.versions();
    await tamper(5);
    await verifyAgain();
    await verifyAgain();
    expect((await told()).length).toBe(2);
    // Consoles that are open look again.
    expect((await before.versions()).notices).toBeGreaterThan(notices);
    await tamper(6);
    await verifyAgain();
    expect((await told()).length).toBe(4);
  });

  it('is told whoever had it verified, and where it cannot even be verified', async () => {
    const { app, owner } = log.database;
    const runs = new RunStore(app);
    const operator = { actor: { kind: 'desk', rule: 'command line' }, action: null } as const;
    const found = { size: 10, entries: 10, findings: ['leaf 4: gone'], checkpoint: null, again: 0 };
    await runs.note(crypto.randomUUID(), 'verification', { ...operator, revision: null }, found);
    await tell();
    expect((await told()).length).toBe(2);
    await rowsOf(owner, "update audit_runs set asked_at = asked_at - interval '11 minutes'");
    const lost = { ...log.files, key: `${log.files.key}.lost` };
    await new DueRuns({ db: app, audit: lost, log: pino({ level: 'silent' }) }).work();
    expect(troubleIn(await runs.lastEnded('verification')).join()).toContain('ENOENT');
    await tell();
    expect((await told()).length).toBe(4);
  });
});
