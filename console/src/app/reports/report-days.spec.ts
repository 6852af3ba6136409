import { daysOf, instantsOf } from './report-days.js';

describe('the days of a report', () => {
  const today = new Date(2026, 2, 31, 22, 30);

  it('are those that a period is usually meant to have', () => {
    expect(daysOf('last7', today)).toEqual({ from: '2026-03-25', to: '2026-03-31' });
    expect(daysOf('lastMonth', today)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(daysOf('thisMonth', today)).toEqual({ from: '2026-03-01', to: '2026-03-31' });
    expect(daysOf('lastYear', today)).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  });

  it('hold the whole of the last one', () => {
    const day = { from: '2026-02-28', to: '2026-02-28' };
    expect(instantsOf(day)).toEqual({
      from: new Date(2026, 1, 28).toISOString(),
      to: new Date(2026, 2, 1).toISOString(),
    });
  });

  it('are none while a field is empty', () => {
    expect(instantsOf({ from: '', to: '2026-02-28' })).toBeNull();
  });
});
