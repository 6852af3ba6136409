import type { Size } from '../../agent/platform/desktop.js';
import { rotated } from '../measure/interleave.js';
import { runBlock, type Block } from './block.js';
import type { Variant } from './variant.js';
import type { Viewer } from './viewer.js';

/** The blocks of each variant by its name; blocks at the same place were run side by side. */
export type Blocks = ReadonlyMap<string, readonly Block[]>;

/** How much is measured. */
export interface Extent {
  readonly blocks: number;
  /** Clicks in a block, warm-up apart. */
  readonly clicks: number;
}

/** What is measured for the record, and what is enough for a first look. */
export const extents = {
  full: { blocks: 10, clicks: 30 },
  quick: { blocks: 2, clicks: 10 },
} as const satisfies Record<string, Extent>;

/** Runs all variants block by block; each round begins with another one, so that none is always first. */
export async function compareVariants(
  variants: readonly Variant[],
  viewer: Viewer,
  { blocks, clicks }: Extent,
  field: Size,
): Promise<Blocks> {
  const done = new Map<string, Block[]>(variants.map(({ name }) => [name, []]));
  for (let round = 0; round < blocks; round += 1) {
    for (const variant of rotated(variants, round)) {
      const block = await runBlock(variant, viewer, { clicks, fieldWidth: field.width });
      done.get(variant.name)?.push(block);
    }
    console.log(`  round ${round + 1} of ${blocks}`);
  }
  return done;
}
