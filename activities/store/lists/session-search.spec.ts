import { relations } from '../../../workflows/domain/policy/roles.js';
import type { RequestCommand } from '../../../workflows/domain/session/commands.js';
import { appendOf, requestOf } from '../../../workflows/support-session/commands-testing.js';
import { rowOf, rowsOf } from '../database.js';
import { makeTestDatabase, type TestDatabase } from '../database-testing.js';
import { LiveBell } from '../feed/live-bell.js';
import { MessageStore } from '../../record/message-store.js';
import { UnknownPageError } from './page-place.js';
import { SessionRecord } from '../../record/session-record.js';
import { searchQuery, type SessionQuestion, SessionSearch } from './session-search.js';
import type { Viewer } from './visibility.js';

const open: SessionQuestion = {
  text: null,
  technician: null,
  requester: null,
  channel: null,
  state: null,
  from: null,
  to: null,
  after: null,
  limit: 50,
};

const seeing = (technician: string, ...channels: string[]): Viewer => ({
  technician,
  visible: channels.map((channel) => ({ channel, relations })),
});

describe('The search for sessions', () => {
  let database: TestDatabase;
  let record: SessionRecord;
  let search: SessionSearch;
  const julia = seeing('julia', 'general', 'finance');

  beforeAll(async () => {
    database = await makeTestDatabase();
    record = new SessionRecord(database.app, new LiveBell(database.app));
    search = new SessionSearch(database.app);
  });
  afterAll(() => database.drop());

  async function asked(changes: Partial<RequestCommand>): Promise<string> {
    const id = crypto.randomUUID();
    await record.append(appendOf(id, null, requestOf(id, changes)));
    return id;
  }

  async function closed(id: string): Promise<void> {
    const close = { type: 'close', outcome: 'withdrawn', remark: 'A fuse had blown' } as const;
    await record.append(appendOf(id, await record.find(id), close));
  }

  const found = async (given: Partial<SessionQuestion>, viewer = julia) =>
    (await search.page(viewer, { ...open, ...given })).rows.map(({ session }) => session.id);

  it('finds by every word of what it is about, who asked, what was noted and written', async () => {
    const requester = { name: 'Ines Falk', address: 'ines@example.org', language: null };
    const person = { ...requester, customer: null, department: null };
    const printer = await asked({ subject: 'The plotter hums 50%', requester: person });
    const other = await asked({ subject: 'The plotter is silent' });
    await new MessageStore(database.app, new LiveBell(database.app)).add({
      id: crypto.randomUUID(),
      sessionId: other,
      technician: null,
      grant: null,
      from: '203.0.113.77',
      text: 'It smells of marzipan',
    });
    await closed(printer);
    expect(await found({ text: 'plotter' })).toEqual([other, printer]);
    expect(await found({ text: 'falk PLOTTER' })).toEqual([printer]);
    expect(await found({ text: 'ines@example' })).toEqual([printer]);
    expect(await found({ text: 'fuse' })).toEqual([printer]);
    expect(await found({ text: 'marzipan' })).toEqual([other]);
    expect(await found({ text: '50%' })).toEqual([printer]);
    expect(await found({ text: '_' })).toEqual([]);
    expect(await found({ text: 'plotter marzipan fuse' })).toEqual([]);
    // Where somebody's line comes from is the audit's business alone.
    expect(await found({ text: '203.0.113' })).toEqual([]);
  });

  it('finds by technician, requester, channel, state and time, ended long ago or not', async () => {
    const requesterId = crypto.randomUUID();
    const [mine, theirs] = [
      await asked({ assignee: 'farid', channel: 'finance', requesterId }),
      await asked({ assignee: 'kofi', channel: 'finance' }),
    ];
    await closed(mine);
    expect(await found({ technician: 'farid' })).toEqual([mine]);
    expect(await found({ requester: requesterId })).toEqual([mine]);
    expect(await found({ channel: 'finance' })).toEqual([theirs, mine]);
    expect(await found({ channel: 'finance', state: 'closed' })).toEqual([mine]);
    expect(await found({ channel: 'finance', to: new Date(0) })).toEqual([]);
    const hour = new Date(Date.now() - 3_600_000);
    expect(await found({ channel: 'finance', from: hour })).toEqual([theirs, mine]);
  });

  it('never shows what somebody may not see, whatever they look for', async () => {
    const secret = await asked({
      subject: 'A secret merger',
      channel: 'finance',
      assignee: 'kofi',
    });
    expect(await found({ text: 'merger' })).toEqual([secret]);
    const strangers: Viewer[] = [
      seeing('ana', 'general'),
      { technician: 'ana', visible: [{ channel: 'finance', relations: ['own', 'unassigned'] }] },
      { technician: 'ana', visible: [] },
    ];
    for (const stranger of strangers) {
      for (const given of [
        { text: 'merger' },
        { technician: 'kofi' },
        { channel: 'finance' },
        { state: 'waiting' } as const,
        {},
      ]) {
        expect(await found(given, stranger)).not.toContain(secret);
      }
    }
    expect(await found({ text: 'merger' }, seeing('kofi', 'finance'))).toEqual([secret]);
  });

  it('goes on page by page, each once, and knows no other place', async () => {
    const all = await found({});
    const pages: string[] = [];
    for (let after: string | null = null; ;) {
      const { rows, next } = await search.page(julia, { ...open, limit: 2, after });
      pages.push(...rows.map(({ session }) => session.id));
      if (next === null) break;
      after = next;
    }
    expect(pages).toEqual(all);
    await expectAsync(search.page(julia, { ...open, after: 'here' })).toBeRejectedWithError(
      UnknownPageError,
    );
  });

  it('reads no whole table, however many sessions there are', async () => {
    const { owner, app } = database;
    const [{ id } = { id: '' }] = await rowsOf<{ id: string }>(
      app,
      'select id from sessions where ended_at is null limit 1',
    );
    await owner.raw(
      `with copies as (
         select gen_random_uuid() as copy, n from generate_series(1, 20000) n
       ), copied as (
         insert into sessions (id, sequence, state, channel, requester_name, subject, requested_at,
           ended_at, origin, connection, document)
         select copy, sequence, 'closed', channel, requester_name, subject,
           requested_at - n * interval '1 minute', requested_at - n * interval '1 minute', origin, connection, document
         from copies, sessions where id = ?
       )
       insert into personal_texts (subject_kind, subject_key, digest, salt, text)
       select 'session', copy::text, sha256(copy::text::bytea), substr(sha256(copy::text::bytea), 1, 16),
         md5(n::text) || ' ' || md5((n * 7)::text) from copies`,
      [id],
    );
    await owner.raw('vacuum analyze sessions');
    await owner.raw('vacuum analyze personal_texts');
    await owner.raw('analyze messages');
    await owner.raw('analyze audit_entries');
    for (const given of [
      { text: 'plotter' },
      { technician: 'farid' },
      { requester: crypto.randomUUID() },
      { from: new Date(Date.now() - 3_600_000) },
      {},
    ]) {
      const { statement, bindings } = searchQuery(julia, { ...open, ...given });
      const plan = await rowOf<{ 'QUERY PLAN': unknown }>(
        app,
        `explain (format json) ${statement}`,
        bindings,
      );
      const said = JSON.stringify(plan);
      const scans = said.match(/"Seq Scan"[^}]*?"Relation Name":"(sessions|personal_texts)"/g);
      expect(scans).withContext(JSON.stringify(given)).toBeNull();
    }
  });
});
