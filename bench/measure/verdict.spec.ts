import type { PairedRatio } from './paired-ratio.js';
import { atLeast, atMost, largeRatioVerdict, ratioVerdict, together } from './verdict.js';

function ratioOf(median: number): PairedRatio {
  return { median, low: median, high: median, pairs: 10 };
}

describe('A verdict', () => {
  it('is met up to the goal and missed beyond it', () => {
    expect(atMost(60, 60)).toBe('met');
    expect(atMost(61, 60)).toBe('missed');
  });

  it('is inconclusive where nothing was measured', () => {
    expect(atMost(NaN, 60)).toBe('inconclusive');
  });

  it('judges a ratio when the control is steady', () => {
    expect(ratioVerdict(ratioOf(0.5), 0.5, ratioOf(0.9))).toBe('met');
    expect(ratioVerdict(ratioOf(0.51), 0.5, ratioOf(1.1))).toBe('missed');
  });

  it('asks the other way round of what should be large', () => {
    expect(atLeast(0.95, 0.95)).toBe('met');
    expect(atLeast(0.94, 0.95)).toBe('missed');
    expect(atLeast(NaN, 0.95)).toBe('inconclusive');
    expect(largeRatioVerdict(ratioOf(0.95), 0.95, ratioOf(1.1))).toBe('met');
    expect(largeRatioVerdict(ratioOf(0.94), 0.95, ratioOf(1))).toBe('missed');
    expect(largeRatioVerdict(ratioOf(2), 0.95, ratioOf(1.2))).toBe('inconclusive');
  });

  it('says nothing when the same thing differs from itself', () => {
    expect(ratioVerdict(ratioOf(0.1), 0.5, ratioOf(0.89))).toBe('inconclusive');
    expect(ratioVerdict(ratioOf(0.1), 0.5, ratioOf(1.11))).toBe('inconclusive');
    expect(ratioVerdict(ratioOf(0.1), 0.5, ratioOf(NaN))).toBe('inconclusive');
  });

  it('over several figures is as bad as the worst', () => {
    expect(together(['met', 'met'])).toBe('met');
    expect(together(['met', 'missed'])).toBe('missed');
    expect(together(['missed', 'inconclusive'])).toBe('inconclusive');
  });
});
