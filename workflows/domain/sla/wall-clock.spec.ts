import fc from 'fast-check';
import { day, dayNumber, dayOfWeek, timeOfDay } from './wall-clock.js';

describe('The wall clock', () => {
  it('reads dates and days of the week as every calendar has them', () => {
    const from = Date.UTC(1600, 0, 1) / day;
    fc.assert(
      fc.property(fc.integer({ min: from, max: Date.UTC(2400, 0, 1) / day }), (number) => {
        const date = new Date(number * day);
        expect(dayNumber(date.toISOString().slice(0, 10))).toBe(number);
        expect(dayOfWeek(number)).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  it('knows no dates that there are not', () => {
    for (const text of ['2026-02-29', '2100-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '']) {
      expect(dayNumber(text)).withContext(text).toBeNull();
    }
    expect(dayNumber('2000-02-29')).toBe(11_016);
  });

  it('reads times until the end of the day, and none after it', () => {
    expect(timeOfDay('00:00')).toBe(0);
    expect(timeOfDay('13:30')).toBe(13.5 * 3_600_000);
    expect(timeOfDay('24:00')).toBe(day);
    for (const text of ['24:01', '25:00', '12:60', '9:00', '12', '']) {
      expect(timeOfDay(text)).withContext(text).toBeNull();
    }
  });
});
