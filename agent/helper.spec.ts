import { until } from '../workflows/until-testing.js';
import type { DeskAddress } from './desk/link.js';
import { Helper } from './helper.js';
import { FakeDesk } from './testing/fake-desk.js';
import { FakeDesktop } from './testing/fake-desktop.js';
import { FakeFront } from './testing/fake-front.js';
import type { View } from './window/view.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 90_000;

const question = '11111111-1111-4111-8111-111111111111';

describe('The helper', () => {
  let desk: FakeDesk;
  let desktop: FakeDesktop;
  let front: FakeFront;
  let helper: Helper;
  let known: DeskAddress | null;

  beforeEach(async () => {
    desk = await FakeDesk.start();
    known = null;
    desk.media = { room: 'nowhere', socketPath: '/nowhere' };
    desktop = new FakeDesktop();
    helper = new Helper({
      desktop,
      language: 'en',
      front: (intentions) => {
        front = new FakeFront(intentions);
        return front;
      },
      deviceKey: () => Promise.resolve('a-device-key-that-is-long-enough'),
      deviceInfo: () => Promise.resolve({ system: 'Linux' }),
      knownDesk: {
        find: () => Promise.resolve(known),
        keep: (desk) => Promise.resolve(void (known = desk)),
      },
      quit: () => undefined,
    });
  });

  afterEach(async () => {
    helper.close();
    await desk.close();
  });

  it('asks for a link, and says what is wrong with one', () => {
    expect(view().stage).toEqual({ kind: 'link', problem: null });
    front.intentions.follow('hello');
    expect(view().stage).toEqual({ kind: 'link', problem: 'not-a-link' });
    front.intentions.follow('http://desk.example.org/i#abcdefgh');
    expect(view().stage).toEqual({ kind: 'link', problem: 'not-safe' });
  });

  it('shows a code of the desk whose address it is given, and joins when it was entered', async () => {
    front.intentions.follow(new URL('/help', desk.link).href);
    const stage = await until('the code is shown', () => codeStage());
    expect(stage.digits).toBe('123 456 782');
    expect(known?.origin).toBe(new URL(desk.link).origin);
    await until('it waits', () => askedFor('/api/code-waits') > 0);
    desk.enterCode();
    await until('the helper has joined', () => view().stage.kind === 'waiting');
  });

  it('works out what the desk wants before it gives out one more code', async () => {
    desk.work = { challenge: 'a.challenge', bits: 6 };
    known = { origin: new URL(desk.link).origin, verified: false };
    front.intentions.askForCode('');
    await until('the code is shown', () => codeStage());
    expect(desk.asked.filter(({ path }) => path === '/api/codes').length).toBe(2);
  });

  it('says when a code is over, gives it up, and asks for the desk where none is known', async () => {
    front.intentions.askForCode('');
    await until('it asks which desk', () => problem() === 'no-desk');
    front.intentions.askForCode(new URL(desk.link).host);
    front.intentions.follow(new URL(desk.link).origin);
    await until('the code is shown', () => codeStage());
    front.intentions.giveUpCode();
    expect(view().stage.kind).toBe('link');
    await until('the desk is told', () => askedFor('/api/code-waits/end') > 0);
    front.intentions.follow(new URL(desk.link).origin);
    await until('the code is shown', () => codeStage());
    await until('it waits', () => askedFor('/api/code-waits') > 1);
    desk.endCode();
    await until('the code is over', () => codeStage()?.over);
  });

  it('says at once that the time of a code is up, and still joins when it was entered in the last moment', async () => {
    desk.codeLastsMs = 50;
    front.intentions.follow(new URL('/help', desk.link).href);
    await until('the code is over', () => codeStage()?.over);
    await until('it waits', () => askedFor('/api/code-waits') > 0);
    desk.enterCode();
    await until('the helper has joined', () => view().stage.kind === 'waiting');
  });

  it('shows the form of an SOS Call, keeps what could not be sent, and waits in the session', async () => {
    front.intentions.follow(`${new URL(desk.link).origin}/sos#a-token-of-an-sos-call`);
    await until('the form', () => view().stage.kind === 'sos');
    const asked = { name: 'Aaron', subject: '', answers: [{ label: 'Which shop?', value: '12' }] };
    front.intentions.askForHelp(asked);
    await until('the form once more', () => {
      const { stage } = view();
      return stage.kind === 'sos' && stage.asked?.name === 'Aaron';
    });
    front.intentions.askForHelp({ ...asked, subject: 'The till does not open' });
    await until('the helper waits', () => view().stage.kind === 'waiting');
    const [, sent] = desk.asked.filter(({ path }) => path === '/api/sos-requests');
    expect(sent?.body['answers']).toEqual(asked.answers);
    expect(sent?.body['kind']).toBe('helper');
    const queue = await until('the place in line', () => {
      const { stage } = view();
      return stage.kind === 'waiting' ? stage.queue : null;
    });
    expect(queue).toEqual({ number: 1042, place: 2, estimate: null });
    desk.change({ assignee: { key: 'ana', name: 'Ana Moreira', face: '/api/faces/ana' } });
    await until('somebody has taken it', () => {
      const { stage } = view();
      return stage.kind === 'waiting' && stage.technician !== null && stage.queue?.place === null;
    });
  });

  it('says that an SOS Call is paused', async () => {
    desk.sosVisit = { ...desk.sosVisit, paused: true };
    front.intentions.follow(`${new URL(desk.link).origin}/sos#a-token-of-an-sos-call`);
    await until('the plain sentence', () => {
      const { stage } = view();
      return stage.kind === 'sos' && stage.paused;
    });
  });

  it('asks by itself what was asked while an SOS Call was paused', async () => {
    front.intentions.follow(`${new URL(desk.link).origin}/sos#a-token-of-an-sos-call`);
    await until('the form', () => view().stage.kind === 'sos');
    desk.sosVisit = { ...desk.sosVisit, paused: true };
    const answers = [{ label: 'Which shop?', value: '12' }];
    front.intentions.askForHelp({ name: 'Aaron', subject: 'The till does not open', answers });
    await until('the plain sentence', () => {
      const { stage } = view();
      return stage.kind === 'sos' && stage.paused;
    });
    desk.sosVisit = { ...desk.sosVisit, paused: false };
    await until('the helper waits', () => view().stage.kind === 'waiting', 15_000);
  }, 20_000);

  it('tells the desk that the person has paused, asks how it was, and asks again', async () => {
    await join();
    front.intentions.pause(true);
    await until('the desk is told', () => askedFor('/api/device/pause') === 1);
    const reopenUntil = new Date(Date.now() + 60_000).toISOString();
    desk.change({ state: 'closed', reopenUntil });
    await until('it has ended', () => view().stage.kind === 'ended');
    front.intentions.rate(4, 'Quick');
    await until('the answer is known', () => {
      const { stage } = view();
      return stage.kind === 'ended' && stage.score === 4;
    });
    front.intentions.askAgain();
    await until('it waits again', () => view().stage.kind === 'waiting');
  });

  it('joins, waits and shows nothing', async () => {
    await join();
    expect(view().stage.kind).toBe('waiting');
    expect(view().desk?.organisation).toBe('Northwind IT Support');
    expect(askedFor('/api/device/media-ticket')).toBe(0);
    expect(desktop.screens.size).toBe(0);
  });

  it('shows nothing while the question is open, and goes for the room once it is answered with yes', async () => {
    await join();
    desk.ask(question, ['view', 'control']);
    await until('the question is shown', () => view().question);
    expect(askedFor('/api/device/media-ticket')).toBe(0);
    front.intentions.answer(question, ['view']);
    expect(view().question).toBeNull();
    await until('the ticket', () => askedFor('/api/device/media-ticket') > 0);
    expect(view().bar?.granted).toEqual(['view']);
  });

  it('goes nowhere after a no', async () => {
    await join();
    desk.ask(question, ['view']);
    await until('the question is shown', () => view().question);
    front.intentions.answer(question, []);
    await until('the desk knows', () => desk.session.consent.status === 'refused');
    await until('the person waits again', () => view().stage.kind === 'waiting');
    expect(askedFor('/api/device/media-ticket')).toBe(0);
  });

  it('believes no consent that the person did not give to it', async () => {
    await join();
    desk.change({
      state: 'active',
      consent: { status: 'granted', granted: ['view', 'control'], question: null },
    });
    desk.say('Now you see it');
    await until('the news has come', () => view().chat.said.length > 0);
    expect(view().bar).toBeNull();
    expect(askedFor('/api/device/media-ticket')).toBe(0);
  });

  it('gives back at the desk what an earlier run was allowed', async () => {
    desk.change({
      state: 'active',
      consent: { status: 'granted', granted: ['view'], question: null },
    });
    await join();
    await until('the desk knows', () => desk.session.consent.granted.length === 0);
    expect(view().bar).toBeNull();
  });

  it('stops at once at the stop key, and tells the desk', async () => {
    await allow();
    desktop.stop();
    expect(view().bar).toBeNull();
    expect(view().stage.kind).toBe('waiting');
    await until('the desk knows', () => desk.session.consent.status === 'withdrawn');
  });

  it('takes back one thing and keeps the others', async () => {
    await allow();
    front.intentions.takeBack('control');
    expect(view().bar?.granted).toEqual(['view']);
    await until('the desk knows', () => desk.session.consent.granted.join() === 'view');
  });

  it('says when the person has the mouse, and when they let it go', async () => {
    await allow();
    await until('the desk is there', () => view().bar?.controlPause === null);
    desktop.touch();
    expect(view().bar?.controlPause).toBe('person');
    await until('the mouse is free', () => view().bar?.controlPause === null);
  });

  it('pauses control when the desk falls silent, goes on showing, and comes back by itself', async () => {
    await allow();
    desk.leases = false;
    await until('the silence is noticed', () => view().bar?.controlPause === 'desk-away');
    expect(view().bar?.granted).toContain('view');
    desk.leases = true;
    await until('the desk is back', () => view().bar?.controlPause === null);
  });

  it('says who takes over from whom, for as long as that is open', async () => {
    await allow();
    const end = new Date(Date.now() + 60_000).toISOString();
    desk.change({ handover: { name: 'Hugo Brandt', until: end } });
    const handover = await until('the news', () => view().bar?.handover);
    expect(handover).toEqual({ to: 'Hugo Brandt', from: 'Greta Lindqvist', losing: [] });
  });

  it('says what the session leaves behind on its way to another team, and what it has left', async () => {
    await allow();
    const end = new Date(Date.now() + 60_000).toISOString();
    desk.change({ handover: { name: 'Hugo Brandt', until: end, losing: ['control'] } });
    await until('the news', () => view().bar?.handover?.losing.includes('control'));
    const { consent: before } = desk.session;
    const consent = { ...before, granted: ['view' as const], narrowed: ['control' as const] };
    desk.change({ consent });
    const narrowed = await until('the loss', () => view().bar?.narrowed);
    expect(narrowed).toEqual({ technician: 'Greta Lindqvist', lost: null });
    expect(view().bar?.granted).toEqual(['view']);
  });

  it('carries the chat both ways', async () => {
    await join();
    desk.say('Hello Aaron');
    await until('the message', () => view().chat.said.length === 1);
    expect(view().chat.open).toBeTrue();
    front.intentions.say('Hello Greta');
    await until('the answer', () => view().chat.said.length === 2);
    expect(view().chat.said.map(({ mine }) => mine)).toEqual([false, true]);
  });

  it('says thanks when the session ends', async () => {
    await allow();
    front.intentions.leave();
    await until('the end', () => view().stage.kind === 'ended');
    expect(view().bar).toBeNull();
  });

  it('lets everything go when it is closed', async () => {
    await allow();
    helper.close();
    expect(desktop.closed).toBeTrue();
    expect(desktop.screens.size).toBe(0);
  });

  async function join(): Promise<void> {
    front.intentions.follow(desk.link);
    await until('the helper listens', () => desk.listeners > 0);
    await until('the session is known', () => view().desk);
  }

  async function allow(): Promise<void> {
    await join();
    desk.ask(question, ['view', 'control']);
    await until('the question is shown', () => view().question);
    front.intentions.answer(question, ['view', 'control']);
    await until('the bar', () => view().bar);
  }

  function view(): View {
    if (!front.view) throw new Error('Nothing is shown.');
    return front.view;
  }

  function codeStage() {
    const { stage } = view();
    return stage.kind === 'code' ? stage : undefined;
  }

  function problem(): string | null {
    const { stage } = view();
    return stage.kind === 'link' ? stage.problem : null;
  }

  function askedFor(path: string): number {
    return desk.asked.filter((asked) => asked.path === path).length;
  }
});
