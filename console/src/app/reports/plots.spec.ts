import { backlogPaths, hourCells, weekBars } from './plots.js';

const none = { cancelled: 0, open: 0, notStarted: 0, unpromised: 0 };
const weekOf = (week: string, kept: number, missed: number) => ({
  week,
  clocks: [{ name: 'resolution', kept, missed, ...none }],
});

describe('the plots of a report', () => {
  it('tell a week in which all was missed from one in which nothing fell due', () => {
    const [missed, nothing] = weekBars(
      [weekOf('2026-10-05', 0, 3), weekOf('2026-10-12', 0, 0)],
      'resolution',
    );
    expect(missed).toEqual(jasmine.objectContaining({ height: 0, kept: 0, missed: 3 }));
    expect(nothing).toEqual(jasmine.objectContaining({ height: 0, kept: 0, missed: 0 }));
  });

  it('write as many dates beneath as can be read', () => {
    const days = Array.from({ length: 31 }, (_, index) => ({
      ...{ day: `2026-10-${String(index + 1).padStart(2, '0')}`, arrived: 1, ended: 1 },
      backlog: index,
    }));
    const labelled = backlogPaths(days).points.filter((point) => point.labelled);
    expect(labelled.map(({ day }) => day.slice(8))).toEqual(['01', '08', '15', '22', '29']);
  });

  it('draw no hour of which nothing is known', () => {
    const hours = [
      { weekday: 1, hour: 9, arrivals: 4, waitingMs: 60_000 },
      { weekday: 1, hour: 10, arrivals: 1, waitingMs: null },
      { weekday: 7, hour: 23, arrivals: 2, waitingMs: 30_000 },
    ];
    const cells = hourCells(hours, ({ waitingMs }) => waitingMs);
    expect(cells.map(({ hour, strength }) => [hour, strength])).toEqual([
      [9, 1],
      [23, 0.5],
    ]);
  });
});
