import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './project.mjs';
import { run } from './run.mjs';

const generated = ['api/generated/openapi.d.ts'];

/** Makes the generated files anew; throws when what was checked in differs. */
export async function generatedFilesAreFresh() {
  const before = generated.map(read);
  await run('npm', ['run', '--silent', 'generate']);
  const stale = generated.filter((file, index) => read(file) !== before[index]);
  if (stale.length > 0) throw new Error(`${stale.join(', ')} had to be made anew: commit it.`);
}

function read(file) {
  return readFileSync(join(project, file), 'utf8');
}
