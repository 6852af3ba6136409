import { cpuSeconds } from '../measure/cpu-time.js';
import type { SeenField } from './find-field.js';
import type { OpenView, Variant } from './variant.js';
import type { Viewer } from './viewer.js';

/** What one variant did during one block of clicks. */
export interface Block {
  /** Milliseconds from click to picture. */
  readonly times: readonly number[];
  /** Clicks whose effect was not seen within two seconds. */
  readonly missed: number;
  readonly seconds: number;
  readonly kilobits: number;
  /** CPU seconds by part. */
  readonly cpu: Readonly<Record<string, number>>;
  /** The picture's width on the viewer's screen ÷ on the user's. */
  readonly scale: number;
}

const warmUp = 5;
const attempts = 3;

/** Opens a variant in the viewer's browser, drops the first clicks, and counts the next ones. */
export async function runBlock(
  variant: Variant,
  viewer: Viewer,
  { clicks, fieldWidth }: { clicks: number; fieldWidth: number },
): Promise<Block> {
  const { view, field } = await openInSight(variant, viewer, 1);
  try {
    await clickOften(viewer, field, warmUp);
    const before = await counters(view, viewer);
    const seen = await clickOften(viewer, field, clicks);
    const after = await counters(view, viewer);
    return { ...seen, ...difference(before, after), scale: field.width / fieldWidth };
  } finally {
    await view.close();
  }
}

/** On a busy machine a desktop does not always come into view in time; that is said, and tried again. */
async function openInSight(
  variant: Variant,
  viewer: Viewer,
  attempt: number,
): Promise<{ view: OpenView; field: SeenField }> {
  try {
    const view = await variant.open(viewer.page);
    try {
      return { view, field: await viewer.eye.findField() };
    } catch (error) {
      await view.close();
      throw error;
    }
  } catch (error) {
    if (attempt === attempts) throw error;
    console.log(`  ${variant.name} did not come into view (${String(error)}); once more`);
    return openInSight(variant, viewer, attempt + 1);
  }
}

async function clickOften(
  { eye }: Viewer,
  field: SeenField,
  clicks: number,
): Promise<Pick<Block, 'times' | 'missed'>> {
  const times: number[] = [];
  for (let count = 0; count < clicks; count += 1) {
    const time = await eye.click(field);
    if (time !== undefined) times.push(time);
  }
  return { times, missed: clicks - times.length };
}

interface Counters {
  readonly at: number;
  readonly bytes: number;
  readonly cpu: Readonly<Record<string, number>>;
}

async function counters(view: OpenView, viewer: Viewer): Promise<Counters> {
  const parts = Object.entries({ ...view.parts, browser: [viewer.browserPid] });
  const cpu = Object.fromEntries(parts.map(([name, pids]) => [name, cpuSeconds(pids)]));
  return { at: performance.now(), bytes: await view.receivedBytes(), cpu };
}

function difference(
  before: Counters,
  after: Counters,
): Pick<Block, 'seconds' | 'kilobits' | 'cpu'> {
  const used = Object.entries(after.cpu).map(([name, seconds]) => {
    return [name, seconds - (before.cpu[name] ?? 0)] as const;
  });
  return {
    seconds: (after.at - before.at) / 1000,
    kilobits: ((after.bytes - before.bytes) * 8) / 1000,
    cpu: Object.fromEntries(used),
  };
}
