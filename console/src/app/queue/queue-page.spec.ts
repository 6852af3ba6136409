import { openConsole } from '../../testing/open-console.js';
import { greta } from '../../testing/people.js';
import { minutesAgo } from '../../testing/sample-session.js';
import { until } from '../../testing/until.js';
import { FakeDesk } from '../../testing/fake-desk.js';

const person = (name: string) => ({
  name,
  address: null,
  language: null,
  customer: null,
  department: null,
});

describe('the queue', () => {
  it('shows who waits, the longest waiting first, with counts on its tabs', async () => {
    const desk = new FakeDesk();
    desk.add({ requester: person('Ada'), requestedAt: minutesAgo(2) });
    desk.add({ requester: person('Bob'), requestedAt: minutesAgo(9) });
    desk.add({ requester: person('Cleo'), assignee: null });
    const { screen } = await openConsole('/queue/mine', desk);
    await screen.reads('Ada');
    expect(await screen.names()).toEqual(['Bob', 'Ada']);
    await screen.reads('Unassigned 1');
  });

  it('hears of new work by itself', async () => {
    const { desk, screen } = await openConsole('/queue/mine');
    await screen.reads('Nothing in your hands');
    await until('the console listens', () => desk.live.listeners === 1);
    const { id } = desk.add();
    desk.change(id, { requester: person('Dora') });
    await screen.reads('Dora');
    desk.live.send('gone', { id });
    await screen.noLongerReads('Debian');
  });

  it('never moves rows under the pointer, and shows what waits on demand', async () => {
    const desk = new FakeDesk();
    desk.add({ requester: person('Ada'), requestedAt: minutesAgo(2) });
    const { screen } = await openConsole('/queue/mine', desk);
    await screen.reads('Ada');
    await until('the console listens', () => desk.live.listeners === 1);
    await screen.pointAtList(true);
    desk.change(desk.add().id, { requester: person('Bob'), requestedAt: minutesAgo(9) });
    await screen.reads('1 new');
    expect(await screen.names()).toEqual(['Ada']);
    await screen.press('1 new');
    await screen.reads('Bob');
    expect(await screen.names()).toEqual(['Bob', 'Ada']);
  });

  it('takes a session by one press', async () => {
    const desk = new FakeDesk();
    const { id } = desk.add({ assignee: null, abilities: ['claim'], requester: person('Eve') });
    const { screen } = await openConsole('/queue/unassigned', desk);
    await screen.press('Take: Eve');
    await screen.reads('The session is yours.');
    expect(desk.sessions.get(id)?.assignee).toEqual(greta);
    await until('she has left the list', async () => (await screen.names()).length === 0);
  });

  it('says who was faster when somebody was', async () => {
    const desk = new FakeDesk();
    desk.add({ assignee: null, abilities: ['claim'], requester: person('Eve') });
    const { screen } = await openConsole('/queue/unassigned', desk);
    await screen.reads('Eve');
    const about = { key: 'hugo', name: 'Hugo Brandt', face: '' };
    desk.refusal = { type: '/problems/already-claimed', title: 'Taken.', status: 409, about };
    await screen.press('Take: Eve');
    await screen.reads('Hugo Brandt was faster and has taken this session.');
  });

  it('draws no more of ten thousand rows than can be seen', async () => {
    const desk = new FakeDesk();
    for (let n = 0; n < 10_000; n += 1) desk.add({ requestedAt: minutesAgo(n) });
    const { screen } = await openConsole('/queue/mine', desk);
    await screen.reads('Mine 10000');
    await until('rows are drawn', async () => (await screen.drawnRows()) > 0);
    expect(await screen.drawnRows()).toBeLessThan(60);
  });

  it('keeps its filter in the address', async () => {
    const desk = new FakeDesk();
    desk.add({ subject: 'Printer jams', requester: person('Ada') });
    desk.add({ subject: 'No sound', requester: person('Bob') });
    const { screen, router } = await openConsole('/queue/mine?text=printer', desk);
    await screen.reads('Ada');
    expect(await screen.names()).toEqual(['Ada']);
    await router.navigateByUrl('/queue/mine?text=unicorn');
    await screen.press('Clear the filter');
    await screen.reads('Bob');
    expect(router.url).toBe('/queue/mine');
  });

  it('sends whom the desk does not know to the sign-in page, and back afterwards', async () => {
    const desk = new FakeDesk();
    desk.signedIn = false;
    const { screen, router } = await openConsole('/queue/all?text=ada', desk);
    await screen.reads('Sign in with your organisation’s account.');
    expect(router.parseUrl(router.url).queryParams['returnTo']).toBe('/queue/all?text=ada');
  });
});
