import type { SchemaDeviceSession, SchemaWaiting } from '../api/generated/openapi.js';
import { until } from '../workflows/until-testing.js';
import { QueuePlace } from './queue-place.js';
import { newSession } from './testing/fake-desk.js';

const greta = { key: 'greta', name: 'Greta Lindqvist', face: '/api/people/greta/face' };
const waiting: SchemaWaiting = { number: 1042, place: null, estimate: null };

describe('The place in the queue', () => {
  let told: (SchemaWaiting | null)[];
  let asked: number;
  let place: QueuePlace;
  const desk = {
    waiting: () => {
      asked += 1;
      return Promise.resolve(waiting);
    },
  };

  beforeEach(() => {
    [told, asked] = [[], 0];
    jasmine.clock().install();
    place = new QueuePlace((one) => {
      told.push(one);
    });
  });

  afterEach(() => {
    place.stop();
    jasmine.clock().uninstall();
  });

  it('tells the number also of a request that somebody has at once, and asks no more', async () => {
    place.follow(desk, request({ assignee: greta }));
    await until('the number', () => told.includes(waiting));
    jasmine.clock().tick(60_000);
    place.follow(desk, request({ assignee: greta }));
    expect(asked).toBe(1);
  });

  it('asks now and then for as long as nobody has the request', async () => {
    place.follow(desk, request({}));
    await until('the place', () => told.length === 1);
    jasmine.clock().tick(8_000);
    await until('the place again', () => told.length === 2);
    place.follow(desk, request({ assignee: greta }));
    jasmine.clock().tick(60_000);
    expect(asked).toBe(2);
    place.follow(desk, request({}));
    expect(asked).toBe(3);
  });

  it('asks nothing about a session that was begun by a link', () => {
    place.follow(desk, request({ origin: 'invitation' }));
    place.follow(desk, request({ origin: 'code', assignee: greta }));
    expect(asked).toBe(0);
  });

  it('forgets the number with the session', async () => {
    place.follow(desk, request({}));
    await until('the number', () => told.includes(waiting));
    place.follow({ ...desk }, request({ origin: 'invitation' }));
    expect(told).toEqual([waiting, null]);
  });

  function request(given: Partial<SchemaDeviceSession>): SchemaDeviceSession {
    return { ...newSession(), origin: 'sos-call', state: 'ready', assignee: null, ...given };
  }
});
