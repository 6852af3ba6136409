import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { aloneIn } from '../supervisor/lock/alone-in.mjs';
import { fingerprint, isFresh, markFresh, productFingerprint } from './freshness.mjs';
import { step } from './progress.mjs';
import { project } from './project.mjs';
import { CommandFailed, run } from './run.mjs';
import { squeeze } from './squeeze.mjs';

const shared = ['package-lock.json', 'tsconfig.base.json'];
const code = ['workflows', 'policies', 'activities', 'api', 'agent', 'deploy', 'bench'];

/** What is built, in order: from which sources, by which command, what must exist for it to make sense, what it leaves, and which folder of that is squeezed. */
const products = {
  code: {
    title: 'Compiling',
    sources: [...shared, 'tsconfig.json', ...code],
    command: ['node_modules/.bin/tsc', '-b'],
    needs: 'tsconfig.json',
    output: 'build/deploy/supervisor/main.js',
  },
  bundle: {
    title: 'Bundling the workflows',
    sources: [...shared, 'workflows', 'activities/bundle.ts'],
    command: [process.execPath, 'build/activities/bundle.js'],
    needs: 'activities/bundle.ts',
    output: 'build/workflows/bundle.js',
  },
  console: {
    title: 'Building the console',
    sources: [
      ...shared,
      'angular.json',
      'console',
      'workflows',
      'api/generated',
      'deploy/setup/squeeze.mjs',
    ],
    command: ['node_modules/.bin/ng', 'build'],
    needs: 'angular.json',
    output: 'build/console/index.html',
    squeezes: 'build/console',
  },
  page: {
    title: 'Building the invitation page',
    sources: [...shared, 'agent/page', 'workflows', 'api/generated'],
    command: [process.execPath, 'agent/page/build.mjs'],
    needs: 'agent/page/build.mjs',
    output: 'build/page/index.html',
  },
  helper: {
    title: 'Packing the helper',
    sources: [...shared, 'agent', 'workflows', 'deploy/pack'],
    command: ['npm', 'run', '--silent', 'build:helper'],
    needs: 'deploy/pack/pack.mjs',
    output: 'build/helper/mayday-helper-linux-x64',
  },
};

/** Builds the named products (all of them unless told) whose sources changed; throws CommandFailed. */
export async function build(names = Object.keys(products)) {
  await aloneIn(project, async () => {
    for (const name of names) await buildOne(name, products[name]);
  });
}

/** Compiles the given folders only and answers whether the compiler was content. */
export async function compile(folders) {
  const print = fingerprint(products.code.sources);
  const name = `code-${folders.join('-').replaceAll('/', '.') || 'all'}`;
  if (isFresh(name, print) || isFresh('code', print)) return true;
  const compiling = () => run('node_modules/.bin/tsc', ['-b', ...folders]);
  try {
    await aloneIn(project, () => step(`Compiling ${folders.join(', ')}`, compiling));
  } catch (error) {
    if (!(error instanceof CommandFailed)) throw error;
    console.error(error.message); // The compiler's complaints; what it could emit is still usable.
    return false;
  }
  markFresh(name, print);
  return true;
}

async function buildOne(name, { title, sources, command, needs, squeezes, output = '.' }) {
  if (!existsSync(join(project, needs))) return;
  const print = name === 'code' ? fingerprint(sources) : productFingerprint(sources);
  if (isFresh(name, print) && existsSync(join(project, output))) return;
  const [program, ...args] = command;
  await step(title, async () => {
    await run(program, args, { env: { NG_CLI_ANALYTICS: 'false' } });
    if (squeezes) await squeeze(join(project, squeezes));
  });
  markFresh(name, print);
}
