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

/** Reads `[id…] [--quick] [--wait-for-quiet] [--size 1280x720]… [--blocks 4] [--clicks 15]`; throws a sentence for anything else. */
export function readChoices(words: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      'wait-for-quiet': { type: 'boolean', default: false },
      blocks: { type: 'string' },
      clicks: { type: 'string' },
      size: { type: 'string', multiple: true, default: [] },
    },
  });
  const sizes = values.size.length > 0 ? values.size.map(readSize) : usualSizes;
  return {
    ids: positionals.map((id) => id.toUpperCase()),
    choices: {
      quick: values.quick,
      sizes,
      ...(values.blocks === undefined ? {} : { blocks: readCount(values.blocks) }),
      ...(values.clicks === undefined ? {} : { clicks: readCount(values.clicks) }),
    },
    options: words.filter((word) => !word.startsWith('P') && !word.startsWith('p')),
    waitForQuiet: values['wait-for-quiet'],
  };
}

function readSize(text: string): Size {
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(text) ?? [];
  if (width === undefined) throw new Error(`"${text}" is no size such as 1280x720.`);
  return { width: Number(width), height: Number(height) };
}

function readCount(text: string): number {
  if (!/^[1-9]\d{0,3}$/.test(text)) throw new Error(`"${text}" is no number such as 10.`);
  return Number(text);
}
