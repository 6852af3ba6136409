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
    clocks: [{ name: 'a', target: 60, hours: 'always', stop: ['closed'] }],
    events: [{ at: '2026-11-20T18:00:00.000Z', type: 'requested' }],
  };
  const faultsWith = (change: object) => faultsOf(JSON.stringify([{ ...sound, ...change }]));
  const faultsOf = (text: string | Buffer): readonly string[] => {
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
        { name: 'a', target: 1.5, hours: 'sometimes', stop: ['closed'], resumesOnReopen: 'yes' },
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
      'clocks[1].stop: nothing stops this clock',
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
      'cases.json:1: [0].calendar.zone: "Mars/Olympus" is not a zone of the zone database.',
    ]);
    const holidays = { zone: '+05:30', week: {}, holidays: {} };
    expect(faultsWith({ calendar: holidays })).toEqual([
      'cases.json:1: [0].calendar.holidays: "holidays" means nothing here (zone, week, exceptions)',
      'cases.json:1: [0].calendar.zone: "+05:30" is not a zone of the zone database.',
    ]);
  });

  it('are no JSON, or end too early, or say something twice', () => {
    const text = JSON.stringify([sound, { ...sound, id: 'two' }], null, 1);
    const endOf = (line: number) => text.split('\n').slice(0, line).join('\n');
    expect(faultsOf(endOf(30))).toEqual([jasmine.stringMatching(/^cases\.json:\d+: not JSON: /)]);
    expect(faultsOf(text.replace('"two",', '"two"'))).toEqual([
      jasmine.stringMatching(/^cases\.json:29: not JSON: Expected ',' or '}'/),
    ]);
    expect(faultsOf(`${text}]`)).toEqual([jasmine.stringMatching(/^cases\.json:\d+: not JSON: /)]);
    expect(faultsOf(text.replace('"two",', '"two", "now": "2026-11-20T18:00:00Z",'))).toEqual([
      'cases.json:29: this key is written twice',
    ]);
    expect(faultsOf('[{},]')).toEqual(["cases.json:1: not JSON: Unexpected token ']'"]);
  });

  it('are not UTF-8, or nested without end', () => {
    const named = JSON.stringify([{ ...sound, id: 'café' }]);
    expect(faultsOf(named)).toEqual([]);
    expect(faultsOf(Buffer.from(named, 'latin1'))).toEqual(['cases.json: not UTF-8']);
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(faultsOf(deep)).toEqual(['cases.json:1: nested more than 100 levels deep']);
  });

  it('are told by their own line in a list of many, and no more often than anybody reads', () => {
    const many = Array.from({ length: 3_000 }, (_, index) => ({ ...sound, id: `case ${index}` }));
    const lines = many.map((one, index) =>
      JSON.stringify(index % 2 === 1 ? { ...one, now: 'soon' } : one),
    );
    const faults = faultsOf(`[\n${lines.join(',\n')}\n]`);
    expect(faults).toHaveSize(1_001);
    expect(faults[1]).toBe(
      'cases.json:5: [3].now: "soon" is not an instant like 2026-11-23T09:30:00.000Z',
    );
    expect(faults.at(-1)).toContain('what follows this case was not read');
  });
});

function evaluate(path: string, base = '/'): string {
  return new SlaAnswers(new InputFiles(base)).evaluate(path).join('');
}
