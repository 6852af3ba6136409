import { fileURLToPath } from 'node:url';
import { signals, workflowIdOf } from '../../workflows/contract.js';
import type { TransferCommand } from '../../workflows/domain/session/commands.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { Actor } from '../../workflows/domain/session/vocabulary.js';
import {
  envelopeOf,
  requestOf,
  technician,
  user,
} from '../../workflows/support-session/commands-testing.js';
import { gather } from '../audit/gather.js';
import { readDemonstration } from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { rowsOf } from '../store/database.js';
import type { SendableCommand } from './update-of.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const integration: Actor = { kind: 'desk', rule: 'the ticket system' };
const scopes = ['view', 'control'] as const;

describe('What is raised by a Signal', () => {
  let desk: TestDesk;
  let id: string;

  beforeAll(async () => {
    desk = await openTestDesk();
    await seedDemonstration(desk.database.owner, readDemonstration(root));
    await rowsOf(
      desk.database.owner,
      `update channel_terms set askable_scopes = '{view}' where channel = 'finance'`,
    );
  }, 60_000);
  afterAll(() => desk.close(), 30_000);

  beforeEach(async () => {
    id = crypto.randomUUID();
    await send(requestOf(id, { channel: 'general', assignee: 'ana' }));
    const deviceId = crypto.randomUUID();
    await send({ type: 'join-device', deviceId, kind: 'helper' }, user);
    await send({ type: 'start', questionId: 'first', scopes });
    await send({ type: 'consent', answer: 'grant', questionId: 'first', scopes }, user);
  });

  const send = (command: SendableCommand, actor = technician('ana')) =>
    desk.commands.send(id, envelopeOf(command, actor));
  const to = (channel: string, assignee: string | null, more: Partial<TransferCommand> = {}) =>
    ({ type: 'transfer', channel, assignee, note: null, ...more }) as const;
  const handle = () => desk.client.workflow.getHandle(workflowIdOf(id));

  /** The session after a Signal and a further Update, whose turn comes after it. */
  async function after(command: TransferCommand, actor = integration): Promise<Session> {
    const raised = envelopeOf(command, actor);
    await handle().signal(signals.transfer, raised);
    await send({ type: 'hold', reason: 'scheduled' });
    const session = await desk.record.find(id);
    if (!session) throw new Error('There is no such row.');
    return session;
  }

  it('takes a session to whom the policy lets serve there, and leaves behind what may not be asked for', async () => {
    const session = await after(to('finance', 'elena'));
    expect(session).toEqual(
      jasmine.objectContaining({ channel: 'finance', assignee: 'elena', state: 'active' }),
    );
    expect(session.consent).toEqual(
      jasmine.objectContaining({ granted: ['view'], narrowed: ['control'] }),
    );
  });

  it('takes it to nobody who could not see it there, whoever raises it', async () => {
    const before = { channel: 'general', assignee: 'ana', transfer: null };
    const warm = { offer: { warm: true, withinMs: 60_000 } };
    const nowhere = [
      to('finance', 'ana'),
      to('finance', 'ana', warm),
      to('finance', 'nobody'),
      to('nowhere', null),
      to('finance', null, { group: 'nobody' }),
    ];
    for (const command of nowhere)
      await handle().signal(signals.transfer, envelopeOf(command, integration));
    expect(await after(to('finance', 'ana'), technician('kofi'))).toEqual(
      jasmine.objectContaining(before),
    );
  });

  it('that holds what nobody could keep or show is passed over, and the session goes on', async () => {
    const offer = { warm: true, withinMs: Number.MAX_SAFE_INTEGER };
    const beyond = [
      to('general', 'bruno', { offer }),
      to('general', 'bruno', { note: 'n'.repeat(2_001) }),
      to('general', 'bruno', { note: 'half \uD83D' }),
    ];
    for (const command of beyond) {
      await handle().signal(signals.transfer, envelopeOf(command, integration));
    }
    const session = await after(to('general', 'bruno', { note: 'a\0b' }));
    expect(session).toEqual(jasmine.objectContaining({ assignee: 'ana', transfer: null }));
    const events = await desk.record.events(id);
    expect(events.at(-1)?.type).toBe('held');
  });

  it('asks the policy for whoever raises it in their own name', async () => {
    expect((await after(to('finance', null), technician('elena'))).channel).toBe('general');
    await send({ type: 'resume' });
    expect((await after(to('finance', 'elena'), technician('kofi'))).assignee).toBe('elena');
    const [entry] = await rowsOf<{ action: string; revision: string }>(
      desk.database.app,
      `select action, revision from audit_entries where session_id = :id and action = 'session.transfer'`,
      { id },
    );
    const { revision } = await desk.policy();
    expect(entry).toEqual({ action: 'session.transfer', revision });
  });

  it('is a refusal in the audit, gathered by the minute, where the policy does not let them', async () => {
    const { app, owner } = desk.database;
    const unseen = technician('farid');
    await handle().signal(signals.escalate, envelopeOf({ type: 'escalate', reason: null }, unseen));
    await after(to('finance', null), unseen);
    await owner.raw(`update gathered set minute = minute - interval '2 minutes'`);
    await gather(app);
    const { revision } = await desk.policy();
    const refusals = await rowsOf(
      app,
      `select kind, revision, data -> 'gathered' as gathered from audit_entries
       where subject_kind = 'technician' and subject_key = 'farid' and kind = 'refusal'`,
    );
    const refused = (action: string) => ({ action, channel: 'general', revision, times: 1 });
    const gathered = [refused('session.escalate'), refused('session.transfer')];
    expect(refusals).toEqual([{ kind: 'refusal', revision, gathered }]);
  });

  it('that is no command at all changes nothing, and the session goes on', async () => {
    await handle().signal('transfer', { command: 'transfer' });
    await handle().signal('escalate');
    await handle().signal(
      signals.escalate,
      envelopeOf({ type: 'escalate', reason: null }, integration),
    );
    expect((await after(to('finance', 'elena'))).level).toBe(2);
  });
});
