import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeskFailure } from './desk-failure.js';
import { InputFiles } from './input-files.js';
import { SlaAnswers } from './sla-answers.js';

const file = fileURLToPath(new URL('../../../workflows/domain/sla/cases.json', import.meta.url));

interface Expected {
  readonly id: string;
  readonly why: string;
  readonly expect: unknown;
}

const cases = JSON.parse(readFileSync(file, 'utf8')) as Expected[];

describe('desk sla evaluate', () => {
  let answers: { id: string; clocks: unknown }[];
  beforeAll(() => {
    answers = JSON.parse(evaluate(file)) as typeof answers;
  });

  cases.forEach(({ id, why, expect: clocks }, index) => {
    it(`${id}: ${why}`, () => {
      expect(answers[index]).toEqual({ id, clocks });
    });
  });
});

describe('Cases that cannot be evaluated', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'desk-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const sound = {
    id: 'one',
    now: '2026-11-20T18:00:00.000Z',
    calendar: { zone: 'UTC', week: {}, exceptions: {} },
    clocks: [{ name: 'a', target: 60, hours: 'always' }],
    events: [{ at: '2026-11-20T18:00:00.000Z', type: 'requested' }],
  };
  const faultsWith = (change: object) => faultsOf(JSON.stringify([{ ...sound, ...change }]));
  const faultsOf = (text: string): readonly string[] => {
    writeFileSync(join(folder, 'cases.json'), text);
    try {
      evaluate('cases.json', folder);
      return [];
    } catch (error) {
      if (error instanceof DeskFailure) return error.lines;
      throw error;
    }
  };

  it('are not these', () => {
    expect(faultsWith({})).toEqual([]);
    expect(faultsOf('[]')).toEqual([]);
  });

  it('are named by line and place, all at once', () => {
    expect(faultsOf('{}')).toEqual(['cases.json:1: a list of cases expected']);
    const change = {
      now: '2026-11-31T18:00:00Z',
      clocks: [
        { name: 'a', target: 1.5, hours: 'sometimes', resumesOnReopen: 'yes' },
        { name: 'a', target: -1, hours: 'always', stops: ['closed'] },
      ],
      events: [
        { at: 'yesterday', type: 'requested' },
        { at: '2026-11-20T18:00:00Z', type: 'held' },
        { at: '2026-11-20T18:00:00Z', type: 'retargeted', clock: 'a' },
      ],
    };
    expect(faultsWith(change).map((line) => line.replace('cases.json:1: [0].', ''))).toEqual([
      'clocks[0].hours: "sometimes" is neither calendar nor always',
      'clocks[0].resumesOnReopen: "yes" is not true or false',
      'clocks[0].target: 1.5 is not a number of whole seconds',
      jasmine.stringMatching(/^clocks\[1\]\.stops: "stops" means nothing here/),
      'clocks[1].target: -1 is not a number of whole seconds',
      'clocks[1]: a second clock "a"',
      'now: "2026-11-31T18:00:00Z" is not an instant like 2026-11-23T09:30:00.000Z',
      'events[0].at: "yesterday" is not an instant like 2026-11-23T09:30:00.000Z',
      'events[1].reason: nothing is not a text',
      'events[2].target: nothing is not a number of whole seconds',
    ]);
  });

  it('have calendars whose days, times or zone are none', () => {
    const week = { mon: [['09:00', '08:00'], '10:00'], monday: [] };
    expect(faultsWith({ calendar: { zone: 'UTC', week } })).toEqual([
      'cases.json:1: [0].calendar.week.mon[1]: "10:00" is not ["HH:MM", "HH:MM"]',
      'cases.json:1: [0].calendar: "monday" is not a day (mon, tue, wed, thu, fri, sat, sun)',
      'cases.json:1: [0].calendar: mon: 09:00–08:00 ends before it begins',
    ]);
    expect(faultsWith({ calendar: { zone: 'Mars/Olympus' } })).toEqual([
      'one: "Mars/Olympus" is not a zone of the zone database.',
    ]);
  });
});

function evaluate(path: string, base = '/'): string {
  return new SlaAnswers(new InputFiles(base)).evaluate(path);
}
