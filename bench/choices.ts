import { parseArgs } from 'node:util';
import type { Size } from '../agent/platform/desktop.js';
import type { Choices } from './measurement.js';

/** What the command line asks for. */
export interface Asked {
  /** Goals by id; none means all. */
  readonly ids: readonly string[];
  readonly choices: Choices;
  readonly waitForQuiet: boolean;
  /** Everything but the ids, as it was given. */
  readonly options: readonly string[];
}

const usualSizes: readonly Size[] = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

/** Reads `[id…] [--quick] [--wait-for-quiet] [--size 1280x720]… [--blocks 4] [--clicks 15] [--sessions 5000000] [--runs 100] [--seed 7]`; throws a sentence for anything else. */
export function readChoices(words: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      'wait-for-quiet': { type: 'boolean', default: false },
      blocks: { type: 'string' },
      clicks: { type: 'string' },
      sessions: { type: 'string' },
      runs: { type: 'string' },
      seed: { type: 'string' },
      size: { type: 'string', multiple: true, default: [] },
    },
  });
  const sizes = values.size.length > 0 ? values.size.map(readSize) : usualSizes;
  return {
    ids: positionals.map((id) => id.toUpperCase()),
    choices: {
      quick: values.quick,
      sizes,
      ...counted('blocks', values.blocks),
      ...counted('clicks', values.clicks),
      ...counted('sessions', values.sessions),
      ...counted('runs', values.runs),
      ...counted('seed', values.seed),
    },
    options: words.filter((word) => !positionals.includes(word)),
    waitForQuiet: values['wait-for-quiet'],
  };
}

function readSize(text: string): Size {
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(text) ?? [];
  if (width === undefined) throw new Error(`"${text}" is no size such as 1280x720.`);
  return { width: Number(width), height: Number(height) };
}

type Counted = 'blocks' | 'clicks' | 'sessions' | 'runs' | 'seed';

function counted(name: Counted, text: string | undefined): Partial<Record<Counted, number>> {
  if (text === undefined) return {};
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Error(`"${text}" is no number such as 10.`);
  return { [name]: Number(text) };
}
