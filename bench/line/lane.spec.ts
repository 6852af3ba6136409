import { seededChance } from '../measure/chance.js';
import { Lane } from './lane.js';

const terms = { delayMs: 20, kilobitsPerSecond: 8_000, loss: 0, queueMs: 100 };

describe('A lane', () => {
  it('brings a packet after the time that its bytes take, and the way', () => {
    expect(laneOf().arrivalOf(1_000, 500)).toBe(521);
  });

  it('lets a packet wait until those before it have left', () => {
    const lane = laneOf();
    expect([1, 2, 3].map(() => lane.arrivalOf(1_000, 0))).toEqual([21, 22, 23]);
    expect(lane.arrivalOf(1_000, 10)).toBe(31);
  });

  it('drops what would wait too long, and carries on when the queue is shorter', () => {
    const lane = laneOf({ queueMs: 1.5 });
    expect([1, 2, 3].map(() => lane.arrivalOf(1_000, 0))).toEqual([21, 22, null]);
    expect(lane.arrivalOf(1_000, 1)).toBe(23);
  });

  it('loses the share that it is to lose', () => {
    const lane = laneOf({ loss: 0.01 });
    const arrivals = Array.from({ length: 100_000 }, (_, at) => lane.arrivalOf(100, at));
    const lost = arrivals.filter((arrival) => arrival === null).length;
    expect(lost / arrivals.length).toBeCloseTo(0.01, 2);
    expect(lost).toBeGreaterThan(0);
  });
});

function laneOf(changed: Partial<typeof terms> = {}): Lane {
  return new Lane({ ...terms, ...changed }, seededChance(1));
}
