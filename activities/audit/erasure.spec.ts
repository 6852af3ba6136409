import { appendOf, requestOf } from '../../workflows/support-session/commands-testing.js';
import { rowOf, rowsOf } from '../store/database.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { proveRows } from '../record/prove-rows.js';
import { SessionRecord } from '../record/session-record.js';
import { SessionOpenError } from './erase-session.js';
import { erasePerson, ErasureChangedError, PersonUnknownError } from './erasure.js';
import { RetentionStore } from './retention.js';
import { makeSealedLog, type SealedLog } from './sealed-log-testing.js';
import { verifyDatabase } from './verify-database.js';

const doing = { actor: { kind: 'technician', key: 'kofi' }, action: 'x', revision: null } as const;

describe('Erasing', () => {
  let log: SealedLog;

  beforeEach(async () => {
    log = await makeSealedLog(2);
  });

  afterEach(() => log.drop());

  const record = () => new SessionRecord(log.database.app, new LiveBell(log.database.app));

  async function requesterOf(closed: boolean): Promise<{ person: string; session: string }> {
    const [person, session] = [crypto.randomUUID(), crypto.randomUUID()];
    await rowsOf(
      log.database.app,
      `insert into requesters (id, name, address) values (:person, 'Noor Rahman', 'noor@example.org')`,
      { person },
    );
    const asked = requestOf(session, { requesterId: person, subject: 'My salary sheet is gone' });
    await record().append(appendOf(session, null, asked));
    if (closed) {
      const close = { type: 'close', outcome: 'withdrawn', remark: 'Noor found it' } as const;
      await record().append(appendOf(session, await record().find(session), close));
    }
    await log.sealer.seal();
    return { person, session };
  }

  async function expectProved(): Promise<void> {
    await log.sealer.seal();
    expect((await verifyDatabase(log.database.app, log.trust())).findings).toEqual([]);
    expect((await proveRows(log.database.app, null, 100)).damaged).toEqual([]);
  }

  it('takes a person out of every text, and the chain still verifies', async () => {
    const { person, session } = await requesterOf(true);
    const went = await erasePerson(log.database.app, person, doing, { dryRun: false });
    expect(went).toEqual(jasmine.objectContaining({ sessions: 1, texts: 3 }));
    const found = await record().find(session);
    expect(found?.requester).toEqual(jasmine.objectContaining({ name: '[erased]', address: null }));
    expect(found?.subject).toBe('[erased]');
    expect(found?.ending?.remark).toBeNull();
    const traces = await rowOf<{ all: string }>(
      log.database.owner,
      `select (select coalesce(string_agg(s::text, ''), '') from sessions s where id = :session)
         || (select string_agg(e::text, '') from session_events e where session_id = :session)
         || (select coalesce(string_agg(t::text, ''), '') from personal_texts t)
         || (select coalesce(string_agg(r::text, ''), '') from requesters r)
         || (select string_agg(a::text, '') from audit_entries a) as all`,
      { session },
    );
    expect(traces?.all).not.toMatch(/salary|noor@example|found it/);
    await expectProved();
  });

  it('only says what would go when it is tried', async () => {
    const { person, session } = await requesterOf(true);
    const tried = await erasePerson(log.database.app, person, doing, { dryRun: true });
    expect(tried).toEqual(jasmine.objectContaining({ sessions: 1, texts: 3 }));
    expect((await record().find(session))?.subject).toBe('My salary sheet is gone');
    await expectProved();
  });

  it('takes no confirmation for something else than what was looked at', async () => {
    const { person, session } = await requesterOf(true);
    const { app } = log.database;
    const { confirmation } = await erasePerson(app, person, doing, { dryRun: true });
    const later = crypto.randomUUID();
    const asked = requestOf(later, { requesterId: person, subject: 'It is gone again' });
    await record().append(appendOf(later, null, asked));
    const close = { type: 'close', outcome: 'withdrawn', remark: null } as const;
    await record().append(appendOf(later, await record().find(later), close));
    await expectAsync(
      erasePerson(app, person, doing, { dryRun: false, confirmation }),
    ).toBeRejectedWithError(ErasureChangedError);
    expect((await record().find(session))?.subject).toBe('My salary sheet is gone');
    const again = await erasePerson(app, person, doing, { dryRun: true });
    const went = await erasePerson(app, person, doing, {
      dryRun: false,
      confirmation: again.confirmation,
    });
    expect(went.sessions).toBe(2);
  });

  it('leaves everything as it is while one of their sessions goes on', async () => {
    const { person, session } = await requesterOf(false);
    await expectAsync(
      erasePerson(log.database.app, person, doing, { dryRun: false }),
    ).toBeRejectedWithError(SessionOpenError);
    expect((await record().find(session))?.requester.name).toBe('Noor Rahman');
    await expectAsync(
      erasePerson(log.database.app, crypto.randomUUID(), doing, { dryRun: false }),
    ).toBeRejectedWithError(PersonUnknownError);
  });

  it('keeps each class for its own time, and for ever where nothing was said', async () => {
    const { app, owner } = log.database;
    const store = new RetentionStore(app);
    await owner.raw(`update sessions set ended_at = ended_at - interval '10 days'`);
    await owner.raw(`update personal_texts set written_at = written_at - interval '10 days'`);
    const none = { sessions: 0, texts: 0 };
    expect(await store.run(doing)).toEqual({
      session: none,
      chat: none,
      recording: none,
      audit: none,
    });
    await store.set({ session: null, chat: 7, recording: 1, audit: 30 }, doing);
    const chat = { sessions: 2, texts: 2 };
    const expected = { session: none, chat, recording: none, audit: none };
    expect(await store.trial(await store.read())).toEqual(expected);
    expect(await store.run(doing)).toEqual(expected);
    expect(await rowsOf(app, 'select 1 from messages')).toEqual([]);
    await store.set({ session: 7, chat: 7, recording: null, audit: 7 }, doing);
    const tried = await store.trial(await store.read());
    const all = await store.run(doing);
    expect(all).toEqual(tried);
    expect(all.session.sessions).toBe(2);
    expect(all.audit.texts).toBe(2);
    // When they ended is a part of the fold.
    await owner.raw(`update sessions set ended_at = ended_at + interval '10 days'`);
    await expectProved();
  });
});
