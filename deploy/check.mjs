import { installPackages } from './setup/install-packages.mjs';
import { step } from './setup/progress.mjs';
import { continueUnderProjectNode } from './setup/project-node.mjs';

// npm run check: everything that must hold before a change is merged; all of it runs, and what failed is told at the end.
await installPackages();
await continueUnderProjectNode();

const { generatedFilesAreFresh } = await import('./setup/generated-files.mjs');
const { run, runHere } = await import('./setup/run.mjs');

const checks = {
  'The formatting is Prettier’s': () => run('node_modules/.bin/prettier', ['--check', '.']),
  'The types hold': () => run('node_modules/.bin/tsc', ['-b']),
  'The lint rules hold': () => run('node_modules/.bin/eslint', ['.']),
  'The import rules hold': () => run('npm', ['run', '--silent', 'imports']),
  'No code is dead': () => run('npm', ['run', '--silent', 'unused']),
  'The generated files are fresh': generatedFilesAreFresh,
};

const failures = [];
for (const [title, check] of Object.entries(checks)) {
  try {
    await step(title, check);
  } catch (error) {
    failures.push(`${title}: ${error.message}`);
  }
}
const tests = await runHere(process.execPath, ['deploy/test.mjs']);
for (const failure of failures) console.error(`\n${failure}`);
console.log(failures.length === 0 ? 'All checks hold.' : `${failures.length} checks do not hold.`);
process.exit(failures.length === 0 ? tests : 1);
