import { parseArgs } from 'node:util';
import type { Size } from '../agent/platform/desktop.js';
import type { Choices } from './measurement.js';

/** What the command line asks for. */
export interface Asked {
  /** Goals by id; none means all. */
  readonly ids: readonly string[];
  readonly choices: Choices;
  readonly waitForQuiet: boolean;
}

const usualSizes: readonly Size[] = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
];

/** Reads `[id…] [--quick] [--wait-for-quiet] [--size 1280x720]…`; throws a sentence for anything else. */
export function readChoices(words: readonly string[]): Asked {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      'wait-for-quiet': { type: 'boolean', default: false },
      size: { type: 'string', multiple: true, default: [] },
    },
  });
  const sizes = values.size.length > 0 ? values.size.map(readSize) : usualSizes;
  return {
    ids: positionals.map((id) => id.toUpperCase()),
    choices: { quick: values.quick, sizes },
    waitForQuiet: values['wait-for-quiet'],
  };
}

function readSize(text: string): Size {
  const [, width, height] = /^(\d{3,4})x(\d{3,4})$/.exec(text) ?? [];
  if (width === undefined) throw new Error(`"${text}" is no size such as 1280x720.`);
  return { width: Number(width), height: Number(height) };
}
