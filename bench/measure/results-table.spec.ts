import type { Result } from './result.js';
import { withResults } from './results-table.js';

const marks = '<!-- results: written by npm run bench -->\nold\n<!-- /results -->';
const machine = { cores: 2, processor: 'P', memoryGiB: 4, system: 'linux x64', node: 'v24' };
const detail = { title: 'Parts', columns: ['part', 'ms'], rows: [['a|b', '3']] };
const result: Result = {
  id: 'P1',
  what: 'history',
  figure: '55 events',
  goal: '≤ 60',
  verdict: 'met',
  details: [detail],
  command: 'npm run bench -- P1',
  day: '2026-11-24',
  machine,
  loadBefore: 1.5,
};

describe('The table of results', () => {
  const written = withResults(`# Bench\n\n${marks}\n\nAfter.\n`, [result]);

  it('replaces what stood between the marks and nothing else', () => {
    expect(written).toMatch(/^# Bench\n\n/);
    expect(written).toMatch(/\n\nAfter\.\n$/);
    expect(written).not.toContain('old');
    expect(withResults(written, [result])).toBe(written);
  });

  it('has a row for each goal with its command', () => {
    expect(written).toContain('| P1 | history | 55 events | ≤ 60 | met | `npm run bench -- P1` |');
  });

  it('shows details with the machine, and that it was busy', () => {
    expect(written).toContain('### P1');
    expect(written).toContain('load before 1.50, so others were at work on it.');
    expect(written).toContain('| a\\|b | 3 |');
  });

  it('says which marks are missing', () => {
    expect(() => withResults('# Bench', [result])).toThrowError(/marks .* are missing/);
  });
});
