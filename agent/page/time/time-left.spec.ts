import { clockTime, relativeTime, secondsLeft } from './time-left.js';

describe('A countdown', () => {
  it('counts a started second in full and stops at zero', () => {
    expect(secondsLeft(30_000, 0)).toBe(30);
    expect(secondsLeft(30_000, 29_001)).toBe(1);
    expect(secondsLeft(30_000, 30_000)).toBe(0);
    expect(secondsLeft(30_000, 99_000)).toBe(0);
  });
});

describe('The time until a link runs out', () => {
  it('is told in the largest unit that fits, and never promises more than there is', () => {
    const minute = 60_000;
    expect(relativeTime('en', 119 * minute)).toBe('in 119 minutes');
    expect(relativeTime('en', 179 * minute)).toBe('in 2 hours');
    expect(relativeTime('en', 3 * 1440 * minute - 1)).toBe('in 2 days');
    expect(relativeTime('pt-BR', 1)).toBe('em 1 minuto');
  });

  it('is told as the hour alone today, and with its day otherwise', () => {
    const now = new Date(2026, 10, 23, 9, 0);
    expect(clockTime('en-GB', new Date(2026, 10, 23, 18, 5), now)).toBe('18:05');
    expect(clockTime('pt-BR', new Date(2026, 10, 24, 18, 5), now)).toContain('24 de novembro');
  });
});
