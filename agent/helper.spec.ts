import { Helper } from './helper.js';
import { FakeDesk } from './testing/fake-desk.js';
import { FakeDesktop } from './testing/fake-desktop.js';
import { FakeFront } from './testing/fake-front.js';
import { until } from './testing/until.js';
import type { View } from './window/view.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 90_000;

const question = '11111111-1111-4111-8111-111111111111';

describe('The helper', () => {
  let desk: FakeDesk;
  let desktop: FakeDesktop;
  let front: FakeFront;
  let helper: Helper;

  beforeEach(async () => {
    desk = await FakeDesk.start();
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

  function askedFor(path: string): number {
    return desk.asked.filter((asked) => asked.path === path).length;
  }
});
