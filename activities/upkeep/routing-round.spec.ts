import { fileURLToPath } from 'node:url';
import { chooseChannel } from '../../workflows/domain/routing/choose-channel.js';
import type { RequestCommand } from '../../workflows/domain/session/commands.js';
import type { Session } from '../../workflows/domain/session/session.js';
import {
  envelopeOf,
  requestOf,
  technician,
  user,
} from '../../workflows/support-session/commands-testing.js';
import { until } from '../../workflows/until-testing.js';
import {
  readDemonstration,
  readDemonstrationRouting,
} from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { seedRouting } from '../demonstration/seed-routing.js';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { doer } from '../directory/directory-testing.js';
import { DirectoryWriter } from '../directory/directory-writer.js';
import { SwitchStore } from '../directory/switch-store.js';
import { RoutingStore } from '../routing/routing-store.js';
import { rowsOf } from '../store/database.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { routingRound } from './routing-round.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('The round of routing', () => {
  let desk: TestDesk;
  let routing: RoutingStore;
  let switches: SwitchStore;

  beforeAll(async () => {
    desk = await openTestDesk();
    const { owner, app } = desk.database;
    await seedDemonstration(owner, readDemonstration(root));
    await seedRouting(owner, readDemonstrationRouting(root));
    const bell = new LiveBell(app);
    const writer = new DirectoryWriter(app, bell);
    routing = new RoutingStore(app, writer);
    switches = new SwitchStore(app, writer);
  }, 60_000);
  afterAll(() => desk.close(), 30_000);
  beforeEach(async () => {
    await rowsOf(desk.database.owner, 'delete from staff_sessions');
  });

  const round = () =>
    routingRound({
      db: desk.database.app,
      client: desk.client.workflow,
      commands: desk.commands,
      policy: desk.policy,
    });

  async function signIn(key: string, secondsAgo = 0): Promise<void> {
    await rowsOf(
      desk.database.owner,
      `with told as (update technicians set last_sign_in_at = clock_timestamp() where key = :key)
       insert into staff_sessions (id_hash, technician, csrf_token, last_seen_at, expires_at)
       values (:id, :key, 'a-token', clock_timestamp() - :secondsAgo * interval '1 second',
         clock_timestamp() + interval '1 hour')`,
      { id: crypto.randomUUID(), key, secondsAgo },
    );
  }

  async function begin(changes: Partial<RequestCommand>): Promise<string> {
    const id = crypto.randomUUID();
    const device = { id: crypto.randomUUID(), kind: 'helper' } as const;
    const command = requestOf(id, { device, ...changes });
    await desk.commands.send(id, envelopeOf(command, user));
    return id;
  }

  async function row(id: string): Promise<Session> {
    const session = await desk.record.find(id);
    if (!session) throw new Error('There is no such row.');
    return session;
  }

  it('brings a graphic designer on a Mac to the Mac specialists, as soon as one is there', async () => {
    const [rules, open] = await Promise.all([routing.rules(), routing.openChannels()]);
    const { channel } = chooseChannel(
      rules,
      {
        origin: 'sos-call',
        system: 'macOS 15.1',
        department: 'Graphic Design',
        customer: null,
        locale: 'en',
        words: 'The colours look wrong',
        sosCall: null,
        channel: null,
      },
      open,
    );
    const id = await begin({ channel, assignee: null, origin: 'sos-call' });
    await round();
    expect((await row(id)).offer).toBeNull();
    await signIn('ana');
    await signIn('hugo');
    await round();
    const { offer } = await until('the session is offered', async () => {
      const session = await row(id);
      return session.offer ? session : undefined;
    });
    expect(offer?.technician).toBe('hugo');
  });

  it('gives a session whose assignee was switched off to whoever has been in it longest', async () => {
    await signIn('bruno');
    const id = await begin({ assignee: 'davi' });
    const invite = (key: string) =>
      desk.commands.send(
        id,
        envelopeOf(
          { type: 'invite-collaborator', technician: key, guest: null },
          technician('davi'),
        ),
      );
    for (const key of ['carla', 'bruno']) {
      await invite(key);
      await desk.commands.send(id, envelopeOf({ type: 'join' }, technician(key)));
    }
    await rowsOf(desk.database.owner, "update technicians set disabled = true where key = 'davi'");
    await round();
    // Carla has been in it longer, but is not there.
    expect((await row(id)).assignee).toBe('bruno');
  });

  it('gives it back to the queue where nobody else is in it, once its assignee is away too long', async () => {
    await signIn('elena', 200);
    const id = await begin({ assignee: 'elena' });
    await round();
    expect((await row(id)).assignee).toBe('elena');
    await rowsOf(desk.database.owner, 'delete from staff_sessions');
    await signIn('elena', 400);
    await round();
    const session = await row(id);
    expect(session.assignee).toBeNull();
    expect(session.channel).toBe('general');
    expect((await desk.record.events(id)).at(-1)?.by).toEqual({
      kind: 'desk',
      rule: 'assignee-vanished',
    });
  });

  it('leaves a session with who has come back and taken it, and with whom somebody has just given it', async () => {
    await signIn('elena', 400);
    const taken = await begin({ assignee: null });
    await desk.commands.send(taken, envelopeOf({ type: 'claim' }, technician('elena')));
    const given = await begin({ assignee: 'ana' });
    const transfer = {
      type: 'transfer',
      channel: 'general',
      assignee: 'elena',
      note: null,
    } as const;
    await desk.commands.send(given, envelopeOf(transfer, technician('ana')));
    await round();
    expect([(await row(taken)).assignee, (await row(given)).assignee]).toEqual(['elena', 'elena']);
  });

  it('gives on what its assignee may not see any more, also where it is on hold', async () => {
    for (const key of ['carla', 'bruno']) await signIn(key);
    const id = await begin({ assignee: 'carla' });
    await desk.commands.send(
      id,
      envelopeOf({ type: 'hold', reason: 'waiting-user' }, technician('carla')),
    );
    const switched = { kind: 'technician', holder: 'carla', action: 'session.view' } as const;
    await switches.set(doer('technician.edit'), { ...switched, setting: 'off' });
    await round();
    expect((await row(id)).assignee).toBeNull();
    await switches.set(doer('technician.edit'), { ...switched, setting: 'default' });
  });

  it('sends away who may not see the session any more, and leaves the others in it', async () => {
    for (const key of ['ana', 'bruno', 'carla']) await signIn(key);
    const id = await begin({ assignee: 'ana' });
    const passes = [
      ['bruno', null],
      ['carla', null],
      ['greta', { actions: ['session.view'], until: Date.now() + 600_000 }],
    ] as const;
    for (const [key, guest] of passes) {
      const invited = { type: 'invite-collaborator', technician: key, guest } as const;
      await desk.commands.send(id, envelopeOf(invited, technician('ana')));
      await desk.commands.send(id, envelopeOf({ type: 'join' }, technician(key)));
    }
    const switched = { kind: 'technician', holder: 'bruno', action: 'session.view' } as const;
    await switches.set(doer('technician.edit'), { ...switched, setting: 'off' });
    await round();
    const inIt = async () => (await row(id)).collaborators.map(({ technician: key }) => key);
    expect(await inIt()).toEqual(['carla', 'greta']);
    await switches.set(doer('technician.edit'), { ...switched, setting: 'default' });
    await round();
    expect(await inIt()).toEqual(['carla', 'greta']);
  });

  it('leaves alone what waits for something else, and whose user has not come yet', async () => {
    const held = await begin({ assignee: 'farid' });
    await desk.commands.send(
      held,
      envelopeOf({ type: 'hold', reason: 'waiting-user' }, technician('farid')),
    );
    const invited = await begin({ assignee: 'farid', device: null });
    await rowsOf(
      desk.database.owner,
      "update technicians set last_sign_in_at = clock_timestamp() where key = 'farid'",
    );
    await round();
    expect([(await row(held)).assignee, (await row(invited)).assignee]).toEqual(['farid', 'farid']);
  });
});
