import { appendOf, requestOf, user } from '../../../workflows/support-session/commands-testing.js';
import { relations } from '../../../workflows/domain/policy/roles.js';
import type { RequestCommand, SessionCommand } from '../../../workflows/domain/session/commands.js';
import { rowOf, rowsOf } from '../database.js';
import { makeTestDatabase, type TestDatabase } from '../database-testing.js';
import { LiveBell } from '../feed/live-bell.js';
import { UnknownPageError } from './page-place.js';
import { pageQuery, type PageRequest, type QueueView, SessionQueue } from './session-queue.js';
import { SessionRecord } from '../../record/session-record.js';
import { type Viewer, viewerBindings, visibleToViewer } from './visibility.js';

const views: readonly QueueView[] = ['mine', 'unassigned', 'invited', 'all', 'closed'];
const first: Omit<PageRequest, 'view'> = { channel: null, text: null, after: null, limit: 50 };

describe('The queue', () => {
  let database: TestDatabase;
  let queue: SessionQueue;
  let record: SessionRecord;

  beforeAll(async () => {
    database = await makeTestDatabase();
    queue = new SessionQueue(database.app);
    record = new SessionRecord(database.app, new LiveBell(database.app));
  });
  afterAll(() => database.drop());

  const anaSees: Viewer = {
    technician: 'ana',
    visible: [{ channel: 'general', relations: ['own', 'unassigned'] }],
  };
  const juliaSees: Viewer = {
    technician: 'julia',
    visible: [{ channel: 'general', relations: ['own', 'unassigned', 'other'] }],
  };

  async function invited(changes: Partial<RequestCommand>): Promise<string> {
    const id = crypto.randomUUID();
    await record.append(appendOf(id, null, requestOf(id, changes)));
    return id;
  }

  async function ids(viewer: Viewer, request: Partial<PageRequest>): Promise<readonly string[]> {
    const { rows } = await queue.page(viewer, { ...first, view: 'all', ...request });
    return rows.map(({ session }) => session.id);
  }

  describe('with a few sessions', () => {
    let mine: string;
    let nobodys: string;
    let brunos: string;
    let elsewhere: string;
    let closed: string;

    beforeAll(async () => {
      mine = await invited({ subject: 'It is 100% broken' });
      nobodys = await invited({ assignee: null, subject: 'It is 100 years old' });
      brunos = await invited({ assignee: 'bruno' });
      elsewhere = await invited({ channel: 'finance' });
      closed = await invited({});
      const session = await record.find(closed);
      const closing = { type: 'close', outcome: 'solved', remark: null } as const;
      await record.append(appendOf(closed, session, closing));
    });

    it('shows who waits longest first, and only what the viewer may see', async () => {
      expect(await ids(anaSees, {})).toEqual([mine, nobodys]);
      expect(await ids(juliaSees, {})).toEqual([mine, nobodys, brunos]);
      expect(await ids({ technician: 'ana', visible: [] }, {})).toEqual([]);
    });

    it('shows in no view, filter or search what the viewer may not see', async () => {
      for (const view of views) {
        const seen = await ids(anaSees, { view });
        for (const hidden of [brunos, elsewhere])
          expect(seen).withContext(view).not.toContain(hidden);
      }
      expect(await ids(anaSees, { channel: 'finance' })).toEqual([]);
      expect(await ids(anaSees, { text: 'printer' })).toEqual([]);
    });

    it('shows in all views together just what may be seen, whatever that is', async () => {
      const channels = ['general', 'finance'];
      const kinds = [
        [],
        ['own'],
        ['unassigned'],
        ['other'],
        ['own', 'other'],
        [...relations],
      ] as const;
      for (const one of kinds) {
        for (const other of kinds) {
          const visible = channels.map((channel, index) => ({
            channel,
            relations: index === 0 ? one : other,
          }));
          for (const technician of ['ana', 'bruno', 'julia']) {
            const viewer: Viewer = { technician, visible };
            const seen = [...(await ids(viewer, {})), ...(await ids(viewer, { view: 'closed' }))];
            expect(seen.toSorted())
              .withContext(`${technician}, ${JSON.stringify(visible)}`)
              .toEqual(await visibleTo(viewer));
          }
        }
      }
    });

    async function visibleTo(viewer: Viewer): Promise<readonly string[]> {
      const rows = await rowsOf<{ id: string }>(
        database.app,
        `select id from sessions s where ${visibleToViewer} order by id::text`,
        viewerBindings(viewer),
      );
      return rows.map(({ id }) => id).toSorted();
    }

    it('shows what is offered, handed or shared to whom it concerns, and to nobody else', async () => {
      const minutes = { warm: true, withinMs: 600_000 } as const;
      const guest = { actions: ['session.view'], until: Date.now() + 600_000 } as const;
      const elena: Viewer = {
        technician: 'elena',
        groups: ['level-2'],
        isEnabled: true,
        visible: [{ channel: 'stores', relations: ['own', 'unassigned'] }],
      };
      const handed = { type: 'transfer', channel: 'stores', note: null, offer: minutes } as const;
      const commands: readonly SessionCommand[] = [
        { ...handed, assignee: 'elena' },
        { ...handed, assignee: null, group: 'level-2' },
        { ...handed, assignee: null },
        { type: 'invite-collaborator', technician: 'elena', guest },
      ];
      const begun: string[] = [];
      for (const command of commands) {
        const id = await invited({ assignee: 'bruno' });
        await record.append(appendOf(id, await record.find(id), command));
        begun.push(id);
      }
      const late = await invited({ assignee: 'bruno' });
      const over = { ...guest, until: Date.now() - 1 };
      const stale = { type: 'invite-collaborator', technician: 'elena', guest: over } as const;
      await record.append(appendOf(late, await record.find(late), stale));

      expect(await ids(elena, { view: 'all' })).toEqual(begun);
      expect(await ids(elena, { view: 'mine' })).toEqual([begun[0] ?? '', begun[3] ?? '']);
      const other = { ...elena, technician: 'farid', groups: [] };
      expect(await ids(other, { view: 'all' })).toEqual([begun[2] ?? '']);
      expect(await ids({ ...elena, isEnabled: false, visible: [] }, { view: 'all' })).toEqual([]);
      for (const id of [...begun, late]) {
        const closing = { type: 'close', outcome: 'unsolved', remark: null } as const;
        await record.append(appendOf(id, await record.find(id), closing));
      }
      expect(await ids(elena, { view: 'all' })).toEqual([]);
    });

    it('parts mine, unassigned, invited and closed', async () => {
      expect(await ids(anaSees, { view: 'mine' })).toEqual([mine]);
      expect(await ids(anaSees, { view: 'unassigned' })).toEqual([nobodys]);
      expect(await ids(juliaSees, { view: 'invited' })).toEqual([mine, nobodys, brunos]);
      expect(await ids(anaSees, { view: 'closed' })).toEqual([closed]);
    });

    it('counts as it shows', async () => {
      expect(await queue.counts(anaSees)).toEqual({ mine: 1, unassigned: 1, invited: 2, all: 2 });
      expect(await queue.counts(juliaSees)).toEqual({ mine: 0, unassigned: 1, invited: 3, all: 3 });
    });

    it('takes a search by the letter', async () => {
      expect(await ids(anaSees, { text: '100%' })).toEqual([mine]);
      expect(await ids(anaSees, { text: 'it_is' })).toEqual([]);
    });

    describe('of somebody who was there before', () => {
      const earlierOf = async (id: string) => {
        const session = await record.find(id);
        if (!session) throw new Error('The session is not there.');
        return (await queue.earlier(anaSees, session)).map((row) => row.id);
      };
      const closing = { type: 'close', outcome: 'solved', remark: null } as const;

      async function ended(changes: Partial<RequestCommand>): Promise<string> {
        const id = await invited(changes);
        await record.append(appendOf(id, await record.find(id), closing));
        return id;
      }

      it('finds by the directory whom it knows, whatever they are called and whoever shares the name', async () => {
        const requesterId = crypto.randomUUID();
        const one = await ended({ requesterId });
        await ended({ requesterId: crypto.randomUUID() });
        await ended({ requesterId, channel: 'finance' });
        const { requester } = requestOf('');
        const other = await ended({ requesterId, requester: { ...requester, name: 'Noor R.' } });
        expect(await earlierOf(await ended({ requesterId }))).toEqual([other, one]);
      });

      it('finds by name and address whom no directory knows, and nobody by the name alone', async () => {
        const { requester } = requestOf('');
        const noor = { ...requester, address: 'noor@example.com' };
        const one = await ended({ requester: noor });
        await ended({ requester: { ...noor, address: 'other@example.com' } });
        expect(await earlierOf(await ended({ requester: noor }))).toEqual([one]);
        expect(await earlierOf(await ended({}))).toEqual([]);
      });

      it('finds by their device who said nothing else of themselves', async () => {
        const come = async (keyHash: string): Promise<string> => {
          const device = { id: crypto.randomUUID(), kind: 'helper' } as const;
          const sessionId = await ended({ origin: 'code', device });
          await rowsOf(
            database.owner,
            `insert into devices (id, session_id, key_hash, token_hash, kind, info, lease_until)
             values (:id, :sessionId, :keyHash, :id, 'helper', '{}', clock_timestamp())`,
            { id: device.id, sessionId, keyHash },
          );
          return sessionId;
        };
        const one = await come('a key');
        await come('another key');
        expect(await earlierOf(await come('a key'))).toEqual([one]);
      });
    });

    it('goes on where a page ended, and refuses places that are none', async () => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const page = await queue.page(juliaSees, { ...first, view: 'all', limit: 1, after });
        seen.push(...page.rows.map(({ session }) => session.id));
        after = page.next;
      } while (after !== null);
      expect(seen).toEqual([mine, nobodys, brunos]);
      await expectAsync(ids(anaSees, { after: '1.nothing' })).toBeRejectedWithError(
        UnknownPageError,
      );
    });
  });

  describe('with ten thousand open sessions and as many closed', () => {
    beforeAll(async () => {
      const id = await invited({ assignee: null });
      const joined = {
        type: 'join-device',
        deviceId: crypto.randomUUID(),
        kind: 'helper',
      } as const;
      const session = await record.find(id);
      await record.append({ ...appendOf(id, session, joined), actor: user });
      await rowsOf(database.owner, many, { id });
      await rowsOf(database.owner, 'vacuum analyze sessions');
    }, 60_000);

    // Every tenth session is nobody's; the rest are spread over twenty technicians.
    const many = `
      insert into sessions (id, sequence, state, channel, assignee, connection, requester_name,
        subject, requested_at, ended_at, document)
      select gen_random_uuid(), 1, case when n > 10000 then 'closed' when n % 3 = 0 then 'waiting'
          else 'ready' end,
        (array['general', 'finance', 'stores'])[1 + n % 3],
        case when n % 10 = 0 then null when n % 20 = 1 then 'ana' else 'technician-' || n % 20 end,
        'absent', 'Noor Rahman', 'The printer', clock_timestamp() - n * interval '1 second',
        case when n > 10000 then clock_timestamp() - n * interval '1 ms' end, s.document
      from generate_series(1, 20000) as n, sessions s where s.id = :id
    `;

    for (const viewer of [anaSees, juliaSees]) {
      for (const view of views) {
        it(`reads the ${view} view for ${viewer.technician} from an index`, async () => {
          const { statement, bindings } = pageQuery(viewer, { ...first, view });
          const plan = await explain(statement, bindings);
          expect(plan).not.toContain('Seq Scan on sessions');
          expect(plan).not.toContain('Sort');
        });
      }
    }

    async function explain(
      statement: string,
      bindings: Readonly<Record<string, unknown>>,
    ): Promise<string> {
      const found = await rowOf<{ 'QUERY PLAN': unknown }>(
        database.app,
        `explain (format json) ${statement}`,
        bindings,
      );
      return nodeNames(found?.['QUERY PLAN']).join('\n');
    }
  });
});

/** The nodes of a plan as Postgres names them, with the table that each reads. */
function nodeNames(plan: unknown): readonly string[] {
  if (Array.isArray(plan)) return plan.flatMap(nodeNames);
  if (typeof plan !== 'object' || plan === null) return [];
  const type: unknown = Reflect.get(plan, 'Node Type');
  const relation: unknown = Reflect.get(plan, 'Relation Name');
  const name = typeof type === 'string' ? [`${type} on ${String(relation)}`] : [];
  return [...name, ...Object.values(plan).flatMap(nodeNames)];
}
