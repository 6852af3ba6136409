import { readFileSync } from 'node:fs';
import { version } from './version.js';

describe('The helper’s version', () => {
  it('is that of the package', () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(version).toBe(manifest.version);
  });
});
