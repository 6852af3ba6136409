import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Result } from './result.js';
import { recordResults } from './results-file.js';

function result(id: string, figure: string): Result {
  const machine = { cores: 2, processor: 'P', memoryGiB: 4, system: 'linux x64', node: 'v24' };
  const told = { what: 'w', goal: '≤ 1', verdict: 'met', details: [], command: 'c' } as const;
  return { id, figure, ...told, day: '2026-11-24', machine, loadBefore: 0.1 };
}

describe('The results', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mayday-results-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('keep what was measured before, replace what is measured again, and stand in order', () => {
    const file = join(folder, 'results.json');
    recordResults(file, [result('P13', '2'), result('P1', '1')]);
    const all = recordResults(file, [result('P13', '3')]);
    expect(all.map(({ id, figure }) => [id, figure])).toEqual([
      ['P1', '1'],
      ['P13', '3'],
    ]);
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)).toEqual(['P1', 'P13']);
  });
});
