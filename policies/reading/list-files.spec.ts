import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listFiles } from './list-files.js';

describe('The files of a policy folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mayday-policy-folder-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const at = (path: string) => join(folder, path);

  it('are the same where the folder is mounted from a configuration, each behind links', () => {
    mkdirSync(at('..2026_11_26/roles'), { recursive: true });
    writeFileSync(at('..2026_11_26/model.conf'), 'a model');
    writeFileSync(at('..2026_11_26/roles/technician.csv'), 'a role');
    symlinkSync('..2026_11_26', at('..data'));
    symlinkSync('..data/model.conf', at('model.conf'));
    symlinkSync('..data/roles', at('roles'));
    expect([...listFiles(folder)]).toEqual([
      ['model.conf', 'a model'],
      ['roles/technician.csv', 'a role'],
    ]);
  });

  it('do not include what is hidden, leads nowhere or leads back', () => {
    mkdirSync(at('.git'));
    writeFileSync(at('.git/HEAD'), 'a branch');
    writeFileSync(at('.swap'), 'half a file');
    symlinkSync('gone', at('switches'));
    symlinkSync('.', at('again'));
    writeFileSync(at('org.json'), '{}');
    expect([...listFiles(folder).keys()]).toEqual(['org.json']);
  });
});
