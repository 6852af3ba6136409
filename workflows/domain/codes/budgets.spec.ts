import fc from 'fast-check';
import { bitsFor, type Budget, levelAfter, mostInADay } from './budget.js';
import { codeSpace } from './code.js';
import { entriesOfAccount, entriesOfDesk, hitsInADay, weightOfEntry } from './door-budgets.js';
import { leadingZeroBits } from './proof-of-work.js';

const dayMs = 86_400_000;
/** Far more than anybody computes in a day for one desk: ten thousand million hashes a second. */
const strongest = 50;

describe('A budget', () => {
  const budget: Budget = {
    capacity: 3,
    perDay: 24,
    work: { firstBits: 16, doublesEvery: 2, mostBits: 20 },
  };

  it('wants no work within its capacity, and twice as much with every step beyond', () => {
    expect([1, 3, 4, 5, 6, 7, 8, 100].map((level) => bitsFor(level, budget))).toEqual([
      0, 0, 16, 16, 17, 17, 18, 20,
    ]);
  });

  it('wants the first price for less than a whole time beyond', () => {
    expect(bitsFor(3.01, budget)).toBe(16);
  });

  it('forgives with time, and never more than was done', () => {
    expect(levelAfter(3, dayMs / 24, budget)).toBe(2);
    expect(levelAfter(3, dayMs, budget)).toBe(0);
    expect(levelAfter(3, -5, budget)).toBe(3);
  });

  it('lets through in any day what its bound says, however the times are spread', () => {
    const steps = fc.array(fc.integer({ min: 0, max: dayMs / 8 }), { maxLength: 300 });
    fc.assert(
      fc.property(steps, (pauses) => {
        let level = 0;
        let elapsed = 0;
        let through = 0;
        for (const pause of pauses) {
          elapsed += pause;
          if (elapsed > dayMs) break;
          const next = levelAfter(level, pause, budget) + 1;
          level = bitsFor(next, budget) === 0 ? next : next - 1;
          if (bitsFor(next, budget) === 0) through += 1;
        }
        return through <= budget.capacity + budget.perDay;
      }),
    );
  });
});

describe('Guesses at codes', () => {
  it('hit less than one live code in a hundred days, whoever guesses and however many live', () => {
    for (const liveCodes of [1, 1_000, 2_500, 10_000]) {
      const weight = weightOfEntry(liveCodes);
      const units = mostInADay(entriesOfDesk, strongest);
      const guesses = units / weight;
      expect(hitsInADay(units)).toBeLessThanOrEqual(0.01);
      expect((guesses * liveCodes) / codeSpace).toBeLessThanOrEqual(0.01);
    }
  });

  it('of one account cannot use up what the whole desk has', () => {
    const worst = mostInADay(entriesOfAccount, strongest);
    expect(worst).toBeLessThan(entriesOfDesk.capacity);
  });
});

describe('Leading zero bits', () => {
  it('are counted over whole bytes and into the next', () => {
    expect(leadingZeroBits(Uint8Array.of(0x80))).toBe(0);
    expect(leadingZeroBits(Uint8Array.of(0, 0x10))).toBe(11);
    expect(leadingZeroBits(Uint8Array.of(0, 0))).toBe(16);
  });
});
