import { join } from 'node:path';
import { build } from 'esbuild';
import { project } from '../setup/project.mjs';

/** The native modules that travel in the file: where their packages' code asks for them, and the file itself. */
export const natives = [
  {
    name: 'koffi.node',
    asked: /^@koromix\/koffi-linux-x64$/,
    file: 'node_modules/@koromix/koffi-linux-x64/linux_x64/koffi.node',
  },
  {
    name: 'wrtc.node',
    asked: /^\.\/binding$/,
    file: 'node_modules/@roamhq/wrtc-linux-x64/wrtc.node',
  },
];

/** Lets code that asks for a native module find it among the program's assets. */
const nativeAssets = {
  name: 'native-assets',
  setup({ onResolve, onLoad }) {
    for (const { name, asked } of natives) {
      onResolve({ filter: asked }, () => ({ path: name, namespace: 'native' }));
    }
    onLoad({ filter: /.*/, namespace: 'native' }, ({ path }) => ({
      contents: `module.exports = require('./native-asset.ts').nativeAsset('${path}');`,
      resolveDir: join(project, 'deploy/pack'),
    }));
  },
};

/** Bundles the helper's code into one script, as a single executable wants it. */
export async function bundle(outfile) {
  await build({
    entryPoints: [join(project, 'agent/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node24',
    minify: true,
    keepNames: true,
    legalComments: 'eof',
    alias: { koffi: join(project, 'node_modules/koffi/index.cjs') },
    plugins: [nativeAssets],
    logLevel: 'error',
  });
}
