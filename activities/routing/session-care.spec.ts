import { fileURLToPath } from 'node:url';
import {
  appendOf,
  requestOf,
  technician,
} from '../../workflows/support-session/commands-testing.js';
import type { RequestCommand } from '../../workflows/domain/session/commands.js';
import { Directory } from '../directory/directory.js';
import { DirectoryWriter } from '../directory/directory-writer.js';
import { rowsOf } from '../store/database.js';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { readDemonstration } from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { SessionRecord } from '../record/session-record.js';
import { PolicyStore } from '../policy/policy-store.js';
import { DeskPolicy } from './desk-policy.js';
import { RoutingStore } from './routing-store.js';
import { SessionCare } from './session-care.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const julia = { actor: technician('julia'), action: 'channel.configure', revision: 'a-revision' };

describe('Looking after sessions', () => {
  let database: TestDatabase;
  let record: SessionRecord;
  let routing: RoutingStore;
  let care: SessionCare;

  beforeAll(async () => {
    database = await makeTestDatabase();
    await seedDemonstration(database.owner, readDemonstration(root));
    const bell = new LiveBell(database.app);
    record = new SessionRecord(database.app, bell);
    routing = new RoutingStore(database.app, new DirectoryWriter(database.app, bell));
    const policy = await DeskPolicy.open(
      new Directory(database.app),
      new PolicyStore(database.app, new LiveBell(database.app)),
      null,
    );
    care = new SessionCare(database.app, bell, () => policy.current());
  });
  afterAll(() => database.drop());

  beforeEach(async () => {
    await rowsOf(database.owner, 'delete from staff_sessions');
    await put('design-mac', {
      mode: 'least-busy',
      tiers: [{ groups: ['mac-specialists'], waitSeconds: 60 }],
    });
  });

  async function put(channel: string, document: unknown): Promise<void> {
    const read = await routing.putChannel(julia, channel, document);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
  }

  async function signIn(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      await rowsOf(
        database.owner,
        `insert into staff_sessions (id_hash, technician, csrf_token, expires_at)
         values (:id, :key, 'a-token', clock_timestamp() + interval '1 hour')`,
        { id: crypto.randomUUID(), key },
      );
    }
  }

  async function queued(changes: Partial<RequestCommand> = {}): Promise<string> {
    const id = crypto.randomUUID();
    const device = { id: crypto.randomUUID(), kind: 'helper' } as const;
    const asked = { channel: 'design-mac', assignee: null, device, ...changes };
    await record.append(appendOf(id, null, requestOf(id, asked)));
    return id;
  }

  const look = async (sessionId: string, commandId = 'a-look') => {
    const session = await record.find(sessionId);
    const expectedSequence = session?.sequence ?? 0;
    return care.look({ sessionId, expectedSequence, commandId, now: Date.now() });
  };
  const offeredTo = async (id: string) => (await record.find(id))?.offer?.technician ?? null;

  it('offers to whoever is there and free, and commits it', async () => {
    await signIn('greta', 'ana');
    const id = await queued();
    const { events, next } = await look(id);
    expect(events.map(({ type }) => type)).toEqual(['offered']);
    expect(next).toBeNull();
    expect(await offeredTo(id)).toBe('greta');
    expect(await record.events(id)).toEqual(jasmine.arrayContaining([...events]));
  });

  it('gives back what it stored when its answer was lost', async () => {
    await signIn('greta');
    const id = await queued();
    const request = { sessionId: id, expectedSequence: 2, commandId: 'lost', now: Date.now() };
    const first = await care.look(request);
    expect((await care.look(request)).events).toEqual(first.events);
    expect((await record.events(id)).length).toBe(3);
  });

  it('never asks two sessions’ worth of one free place, however many look at once', async () => {
    await rowsOf(database.owner, "update technicians set capacity = 2 where key = 'hugo'");
    await signIn('hugo');
    const ids = await Promise.all(Array.from({ length: 8 }, () => queued()));
    await Promise.all(ids.map((id) => look(id)));
    const asked = await Promise.all(ids.map(offeredTo));
    expect(asked.filter((one) => one === 'hugo').length).toBe(2);
  });

  it('asks nobody who may not claim there, though their group is in the tier', async () => {
    await put('design-mac', {
      mode: 'round-robin',
      tiers: [{ groups: ['level-2', 'mac-specialists'], waitSeconds: 600 }],
    });
    await signIn('elena', 'farid');
    const id = await queued();
    expect((await look(id)).events).toEqual([]);
    await signIn('davi');
    await look(id, 'another-look');
    expect(await offeredTo(id)).toBe('davi');
  });

  it('heeds a role that was taken away a moment ago', async () => {
    await put('finance', { mode: 'least-busy' });
    await signIn('mateo');
    const first = await queued({ channel: 'finance' });
    await look(first);
    expect(await offeredTo(first)).toBe('mateo');
    await rowsOf(
      database.owner,
      "delete from role_assignments where holder = 'mateo' and place = 'finance'",
    );
    const second = await queued({ channel: 'finance' });
    await look(second);
    expect(await offeredTo(second)).toBeNull();
  });

  it('gives a session that nobody in its channel could take to the default channel', async () => {
    const orphan = await queued({ channel: 'closed-long-ago' });
    const { events } = await look(orphan);
    // Whoever holds a role at the desk could still take it.
    expect(events).toEqual([]);
    await rowsOf(database.owner, "delete from role_assignments where place = '*'");
    const { events: moved } = await look(orphan, 'another-look');
    expect(moved.map(({ type }) => type)).toEqual(['transferred']);
    expect((await record.find(orphan))?.channel).toBe('general');
  });

  it('leaves sessions alone that have moved on meanwhile', async () => {
    const id = await queued();
    const request = { sessionId: id, expectedSequence: 1, commandId: 'late', now: Date.now() };
    const { events } = await care.look(request);
    expect(events.map(({ type }) => type)).toEqual(['device-joined']);
  });

  it('refuses routing with the place of what is wrong, and keeps what was there', async () => {
    const read = await routing.putChannel(julia, 'design-mac', { mode: 'least-busy', tiers: [{}] });
    expect(read.ok).toBeFalse();
    expect((await routing.channel('design-mac')).tiers.length).toBe(1);
    const rules = await routing.putRules(julia, {
      rules: [{ name: 'A', when: { words: ['x'] }, channel: 'nowhere' }],
    });
    expect(rules.ok).toBeFalse();
    expect(await routing.rules()).toEqual({ rules: [] });
  });

  it('notes who changed the routing', async () => {
    const rows = await rowsOf<{ subject_key: string; action: string }>(
      database.app,
      "select subject_key, action from audit_entries where subject_kind = 'routing' limit 1",
    );
    expect(rows).toEqual([{ subject_key: 'design-mac', action: 'channel.configure' }]);
  });
});
