import { hugo } from '../../testing/people.js';
import { minutesAgo, sampleSession } from '../../testing/sample-session.js';
import { belongs, orderOf } from './queue-views.js';
import { rowAction } from './row-action.js';
import { rowWindow } from './row-window.js';
import { settle } from './settled-rows.js';
import { put, take } from './sorted-rows.js';

const everywhere = { channel: null, text: '' };

describe('the rows of the queue', () => {
  it('stand in the views that the desk would list them in', () => {
    const mine = sampleSession();
    const theirs = sampleSession({ assignee: hugo });
    const free = sampleSession({ assignee: null });
    const invited = sampleSession({ state: 'waiting' });
    const closed = sampleSession({ state: 'closed' });
    const all = [mine, theirs, free, invited, closed];
    const inView = (view: Parameters<typeof belongs>[1]['view']) =>
      all.filter((row) => belongs(row, { view, ...everywhere }, 'greta'));
    expect(inView('mine')).toEqual([mine, invited]);
    expect(inView('unassigned')).toEqual([free]);
    expect(inView('invited')).toEqual([invited]);
    expect(inView('all')).toEqual([mine, theirs, free, invited]);
    expect(inView('closed')).toEqual([closed]);
  });

  it('are narrowed by channel and by every word of a text', () => {
    const row = sampleSession({ subject: 'Printer jams' });
    const fits = (text: string, channel: string | null = null) =>
      belongs(row, { view: 'all', text, channel }, 'greta');
    expect(fits('PRINTER person')).toBeTrue();
    expect(fits('printer scanner')).toBeFalse();
    expect(fits('', 'design-mac')).toBeTrue();
    expect(fits('', 'general')).toBeFalse();
  });

  it('are mine too where they are offered or handed to me, or I am in them beside somebody', () => {
    const inAMinute = minutesAgo(-1);
    const offered = sampleSession({
      assignee: null,
      offer: { technician: hugo, until: inAMinute },
      abilities: ['claim', 'decline'],
    });
    const shared = sampleSession({
      collaborators: [{ person: hugo, joined: false, guestUntil: null }],
      abilities: ['join', 'leave'],
      state: 'active',
    });
    const others = sampleSession();
    const mine = [offered, shared, others].filter((row) =>
      belongs(row, { view: 'mine', ...everywhere }, 'hugo'),
    );
    expect(mine).toEqual([offered, shared]);
    expect([offered, shared, others].map(rowAction)).toEqual(['accept', 'join', 'start']);
  });

  it('keep their order as they come and go, the longest waiting first', () => {
    const order = orderOf('mine');
    const rows = [5, 1, 9, 3].map((minutes) => sampleSession({ requestedAt: minutesAgo(minutes) }));
    const list: ReturnType<typeof sampleSession>[] = [];
    for (const row of rows) put(list, row, order);
    expect(list.map(({ id }) => id)).toEqual([2, 0, 3, 1].map((index) => rows[index]?.id ?? ''));
    const [first] = rows;
    if (first) take(list, first, order);
    expect(list.length).toBe(3);
  });

  it('are drawn only where they are in sight', () => {
    expect(rowWindow(0, 640, 64, 10_000)).toEqual({ first: 0, last: 18 });
    expect(rowWindow(320_000, 640, 64, 10_000)).toEqual({ first: 4_992, last: 5_018 });
    expect(rowWindow(9_999_999, 640, 64, 3)).toEqual({ first: 3, last: 3 });
  });

  it('stay where they are while the pointer rests on them, with their news', () => {
    const [a, b, c] = [sampleSession(), sampleSession(), sampleSession()];
    const before = settle([a, b], [], false).rows;
    const news = { ...b, subject: 'News' };
    const held = settle([c, news], before, true);
    expect(held.rows).toEqual([
      { row: a, gone: true },
      { row: news, gone: false },
    ]);
    expect(held.waiting).toBe(1);
    expect(settle([c, news], held.rows, false)).toEqual({
      rows: [
        { row: c, gone: false },
        { row: news, gone: false },
      ],
      waiting: 0,
    });
  });

  it('offer the first thing that the desk lets one do', () => {
    expect(rowAction(sampleSession())).toBe('start');
    expect(rowAction(sampleSession({ abilities: ['claim', 'transfer'] }))).toBe('claim');
    expect(rowAction(sampleSession({ state: 'waiting' }))).toBe('copy-link');
    expect(rowAction(sampleSession({ abilities: [] }))).toBe('open');
  });
});
