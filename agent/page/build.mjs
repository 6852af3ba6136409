import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const target = process.argv[2] ?? join(here, '../../build/page');
/** Where the desk serves this folder; every file but the page itself carries its hash in its name. */
const servedAt = '/page/';

/** Builds the user's page: one document for `/i` and `/help`, with hashed assets beside it. */
async function buildPage() {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const worker = await bundle({ 'proof-worker': join(here, 'desk/proof.worker.ts') }, {});
  const { outputs } = await bundle(
    {
      page: join(here, 'main.ts'),
      look: join(here, 'look/page.css'),
      icon: join(here, 'look/icon.svg'),
    },
    { PROOF_WORKER: JSON.stringify(addressIn(worker.outputs, /^proof-worker-\w+\.js$/)) },
  );
  const page = await readFile(join(here, 'index.html'), 'utf8');
  await writeFile(join(target, 'index.html'), fill(page, assetsOf(outputs)));
}

async function bundle(entryPoints, define) {
  const { metafile } = await build({
    entryPoints,
    define,
    outdir: target,
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    publicPath: servedAt,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: ['chrome123', 'firefox128', 'safari17.5'],
    loader: { '.woff2': 'file', '.svg': 'copy' },
    minify: true,
    sourcemap: 'linked',
    metafile: true,
    tsconfig: join(here, 'tsconfig.json'),
    logLevel: 'warning',
  });
  return metafile;
}

/** The address of the one output whose name is like this. */
function addressIn(outputs, pattern) {
  const name = Object.keys(outputs)
    .map((path) => basename(path))
    .find((one) => pattern.test(one));
  if (!name) throw new Error(`The bundle holds nothing like ${pattern}.`);
  return servedAt + name;
}

/** The addresses that the document names, by their place in it. */
function assetsOf(outputs) {
  const find = (pattern) => addressIn(outputs, pattern);
  return {
    script: find(/^page-\w+\.js$/),
    style: find(/^look-\w+\.css$/),
    icon: find(/^icon-\w+\.svg$/),
    font: find(/^inter-latin-wght-normal-\w+\.woff2$/),
  };
}

function fill(page, assets) {
  return page.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => assets[name]);
}

await buildPage();
