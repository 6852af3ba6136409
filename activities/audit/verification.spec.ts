import { pino } from 'pino';
import { DueRuns, verificationIn } from './due-runs.js';
import { RunStore } from './run-store.js';
import { makeSealedLog, type SealedLog, workOn } from './sealed-log-testing.js';
import { troubleIn } from './trouble-in.js';
import { verifyAll, verifyNext } from './verification.js';

const doing = {
  actor: { kind: 'technician', key: 'lena' },
  action: 'audit.read',
  revision: 'a-revision',
} as const;

describe('The verification that the desk does by itself', () => {
  let log: SealedLog;
  let said: string[];
  let runs: RunStore;
  let due: DueRuns;

  beforeEach(async () => {
    log = await makeSealedLog(3);
    said = [];
    runs = new RunStore(log.database.app);
    const logger = pino({ level: 'error' }, { write: (line: string) => void said.push(line) });
    due = new DueRuns({ db: log.database.app, audit: log.files, log: logger });
  });

  afterEach(() => log.drop());

  async function change(statement: string): Promise<void> {
    await log.database.owner.transaction(async (tx) => {
      await tx.raw('set local session_replication_role = replica');
      await tx.raw(statement);
    });
  }

  it('keeps when it was, up to which head, and what was found, and comes round by itself', async () => {
    await due.work();
    const last = await runs.lastEnded('verification');
    expect(verificationIn(last)).toEqual(
      jasmine.objectContaining({ size: 15, entries: 15, findings: [] }),
    );
    await due.work();
    expect((await runs.latest('verification', 9)).length).toBe(1); // Not due again yet.
    await change(`update audit_runs set asked_at = asked_at - interval '11 minutes'`);
    await due.work();
    expect((await runs.latest('verification', 9)).length).toBe(2);
    expect(said).toEqual([]);
  });

  it('is loud about what it finds, and goes on to find it', async () => {
    await change(`update audit_entries set at = at - interval '1 hour' where id = 3`);
    await due.work();
    const last = verificationIn(await runs.lastEnded('verification'));
    expect(last?.findings).toEqual(['leaf 2: the entry is not what its hash says']);
    expect(said.join()).toContain('The audit log is not what was signed.');
    await change(`update audit_runs set asked_at = asked_at - interval '11 minutes'`);
    await due.work();
    expect(said.length).toBe(2);
  });

  it('is done when somebody asks for it, which the audit keeps, once', async () => {
    const id = crypto.randomUUID();
    await runs.ask(id, 'verification', doing);
    await runs.ask(id, 'verification', doing);
    await due.work();
    const [run] = await runs.latest('verification', 9);
    expect(run).toEqual(jasmine.objectContaining({ id, state: 'done', askedBy: doing }));
    await log.sealer.seal();
    expect(verificationIn(run ?? null)?.size).toBe(15);
    const again = await verifyNext(log.database.app, log.trust(), null);
    expect(again.entries).toBe(16);
  });

  it('goes on where a process left it', async () => {
    await runs.ask(crypto.randomUUID(), 'verification', doing);
    await runs.next(['verification']); // And then its process died.
    await due.work();
    expect((await runs.latest('verification', 1))[0]?.state).toBe('done');
  });

  it('looks at what is new and at a stretch of what is old, and so at everything in turn', async () => {
    const { app } = log.database;
    const trust = () => log.trust();
    const first = await verifyNext(app, trust(), null, 5);
    expect(first).toEqual(jasmine.objectContaining({ size: 15, entries: 15, again: 5 }));
    await workOn(log.database, 7);
    await log.sealer.seal();
    const second = await verifyNext(app, trust(), first, 5);
    expect(second).toEqual(jasmine.objectContaining({ size: 20, entries: 10, again: 10 }));
    await change(`update audit_entries set at = at - interval '1 hour' where id = 18`);
    const third = await verifyNext(app, trust(), second, 5);
    expect([third.again, third.findings]).toEqual([15, []]);
    const fourth = await verifyNext(app, trust(), third, 5);
    expect(fourth.findings).toEqual(['leaf 17: the entry is not what its hash says']);
    expect(fourth.again).toBe(0);
  });

  it('keeps what it found until everything is verified whole, however clean other stretches are', async () => {
    const { app } = log.database;
    const broken = ['leaf 2: the entry is not what its hash says'];
    await change(`update audit_entries set at = at - interval '1 hour' where id = 3`);
    const first = await verifyNext(app, log.trust(), null, 5);
    expect(first.findings).toEqual(broken);
    const second = await verifyNext(app, log.trust(), first, 5);
    expect([second.again, second.findings]).toEqual([10, broken]);
    await change(`update audit_entries set at = at + interval '1 hour' where id = 3`);
    const third = await verifyNext(app, log.trust(), second, 5);
    const round = await verifyNext(app, log.trust(), third, 5);
    expect([third.again, round.again, round.findings]).toEqual([0, 5, broken]);
    expect((await verifyAll(app, log.trust())).findings).toEqual([]);
  });

  it('does not forget what it found where one in between cannot be carried out', async () => {
    const failed = crypto.randomUUID();
    await due.work();
    await runs.ask(failed, 'verification', doing);
    await runs.end(failed, 'failed', { reason: 'the disk is full' });
    expect((await runs.lastEnded('verification'))?.id).toBe(failed);
    expect(verificationIn(await runs.lastDone('verification'))?.size).toBe(15);
  });

  it('finds that nothing is left of a log that checkpoints know of', async () => {
    const emptied = ['leaves', 'nodes', 'heads', 'unsealed', 'entries', 'chains'];
    for (const table of emptied) await change(`delete from audit_${table}`);
    await change('update sessions set chain_position = 0, chain_hash = null');
    await due.work();
    expect(troubleIn(await runs.lastEnded('verification'))).toEqual([
      jasmine.stringMatching(/^the checkpoint of size 15 signed .*: nothing of the log is left$/),
    ]);
  });

  it('lets go of what is old when that is due, and says what went', async () => {
    const { app, owner } = log.database;
    await owner.raw(`insert into retention (class, days) values ('chat', 7)`);
    await owner.raw(`update sessions set ended_at = ended_at - interval '10 days'`);
    await new DueRuns({ db: app, audit: null, log: pino({ level: 'silent' }) }).work();
    const run = await runs.lastEnded('retention');
    expect(run?.askedBy.actor).toEqual({ kind: 'desk', rule: 'retention' });
    expect(run?.result).toEqual(jasmine.objectContaining({ chat: { sessions: 3, texts: 3 } }));
    expect(await runs.latest('verification', 1)).toEqual([]); // Another worker has the key.
  });
});
