import { TestBed } from '@angular/core/testing';
import { FakeDesk } from '../../testing/fake-desk.js';
import { until } from '../../testing/until.js';
import { DESK_FETCH } from './desk-fetch.js';
import type { LiveEvent } from './live-event.js';
import { LiveFeed } from './live-feed.js';

function listening() {
  const desk = new FakeDesk();
  const lastIds: (string | null)[] = [];
  const watched: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    if (request.url.endsWith('/api/live')) lastIds.push(request.headers.get('Last-Event-ID'));
    return desk.fetch(request);
  };
  TestBed.configureTestingModule({ providers: [{ provide: DESK_FETCH, useValue: watched }] });
  const feed = TestBed.inject(LiveFeed);
  const heard: LiveEvent[] = [];
  feed.listen((event) => heard.push(event));
  feed.start();
  return { desk, feed, heard, lastIds };
}

describe('the live feed', () => {
  it('tells what the desk tells, and leaves out what it does not know', async () => {
    const { desk, heard, feed } = listening();
    await until('somebody listens', () => desk.live.listeners === 1);
    desk.live.send('gone', { id: 'a' });
    desk.live.send('heartbeat', {});
    desk.live.send('reset', {});
    await until('both are heard', () => heard.length === 2);
    expect(heard).toEqual([{ type: 'gone', id: 'a' }, { type: 'reset' }]);
    expect(feed.status()).toBe('online');
  });

  it('goes on after a break from where it was', async () => {
    const { desk, heard, feed, lastIds } = listening();
    await until('somebody listens', () => desk.live.listeners === 1);
    desk.live.send('detail', { id: 'a' });
    await until('it is heard', () => heard.length === 1);
    desk.live.breakOff();
    await until('the break is noticed', () => feed.status() === 'reconnecting');
    await until('somebody listens again', () => desk.live.listeners === 1);
    expect(lastIds).toEqual([null, '1']);
    desk.live.send('detail', { id: 'b' });
    await until('the next is heard', () => heard.length === 2);
  });

  it('is read once for all tabs', async () => {
    const { desk, heard } = listening();
    await until('somebody listens', () => desk.live.listeners === 1);
    const other = new BroadcastChannel('mayday-live');
    const told: unknown[] = [];
    other.onmessage = ({ data }) => told.push(data);
    desk.live.send('detail', { id: 'a' });
    await until('both tabs know', () => heard.length === 1 && told.length === 1);
    other.close();
    expect(told).toEqual([{ kind: 'event', event: { type: 'detail', id: 'a' }, id: '1' }]);
  });

  it('listens no more once the desk does not know who asks', async () => {
    const { desk, feed } = listening();
    await until('somebody listens', () => desk.live.listeners === 1);
    desk.signedIn = false;
    desk.live.breakOff();
    await until('it gives up', () => !feed.leading());
    expect(desk.live.listeners).toBe(0);
  });
});
