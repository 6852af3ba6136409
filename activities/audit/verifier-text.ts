import { readFileSync } from 'node:fs';

/** The parts of the verifier, each after those that it uses. */
const parts = [
  'hashes',
  'signatures',
  'paths',
  'findings',
  'known-names',
  'signed-heads',
  'checkpoints',
  'answered-for',
  'chains',
  'texts',
  'log-verifier',
  'proof-verifier',
  'read-files',
  'kept-line',
  'command-line',
] as const;

const ofNode = /^import \{ ([^}]+) \} from '(node:[a-z]+)';\n/gm;
const ofParts = /^import [^;]+ from '\.\/[a-z-]+\.js';\n/gm;

/** The verifier as one file that imports nothing but Node's own: its compiled parts, put together. */
export function verifierText(): string {
  const imported = new Map<string, Set<string>>();
  const bodies = parts.map((name) => {
    const text = readFileSync(new URL(`./verifier/${name}.js`, import.meta.url), 'utf8');
    for (const [, names = '', module = ''] of text.matchAll(ofNode)) {
      const known = imported.get(module) ?? new Set<string>();
      for (const one of names.split(', ')) known.add(one);
      imported.set(module, known);
    }
    return text
      .replace(ofNode, '')
      .replace(ofParts, '')
      .replace(/^\/\/# sourceMappingURL=.*\n?/m, '')
      .replace(/^export \{\};\n?/m, '');
  });
  const imports = [...imported].sort().map(([module, names]) => {
    return `import { ${[...names].sort().join(', ')} } from '${module}';\n`;
  });
  const about = bodies.at(-1)?.match(/^\/\*\*[^]*?\*\/\n/)?.[0] ?? '';
  return [about, ...imports, ...bodies.map((body) => `\n${body.replace(about, '')}`)].join('');
}
