import { setTimeout as pause } from 'node:timers/promises';
import { cpuSeconds } from '../measure/cpu-time.js';
import { residentMemory } from '../measure/resident-memory.js';
import type { SceneKind } from './scene-kind.js';
import type { ScreenStage } from './screen-stage.js';
import type { OpenView, Variant } from './variant.js';

/** What one scene cost a variant while it was in view. */
export interface SceneCost {
  readonly kilobitsPerSecond: number;
  /** Seconds of CPU in a second, by part. */
  readonly cpu: Readonly<Record<string, number>>;
  /** The most memory that each part had resident, in MB. */
  readonly memory: Readonly<Record<string, number>>;
}

/** After a scene has begun, the picture needs a moment to become whole, and the choice of its way another. */
const usualSettleMs = 4_000;

/**
 * Plays a scene while a variant shows the desktop, and says what it cost in so many seconds.
 * @param settleMs what is left out at the beginning
 */
export async function costOf(
  stage: ScreenStage,
  variant: Variant,
  kind: SceneKind,
  seconds: number,
  settleMs = usualSettleMs,
): Promise<SceneCost> {
  const view = await variant.open(stage.viewer.page);
  try {
    await stage.play(kind);
    await pause(settleMs);
    return await watch(view, seconds);
  } finally {
    await view.close();
  }
}

async function watch(view: OpenView, seconds: number): Promise<SceneCost> {
  const [began, bytes, used] = [performance.now(), await view.receivedBytes(), usedBy(view)];
  await pause(seconds * 1000);
  const after = await view.receivedBytes();
  const took = (performance.now() - began) / 1000;
  const now = usedBy(view);
  const cpu = Object.entries(now).map(([part, sum]) => [part, (sum - (used[part] ?? 0)) / took]);
  const memory = Object.entries(view.parts).map(([part, pids]) => [part, megabytesOf(pids)]);
  return {
    kilobitsPerSecond: ((after - bytes) * 8) / 1000 / took,
    cpu: Object.fromEntries(cpu) as Record<string, number>,
    memory: Object.fromEntries(memory) as Record<string, number>,
  };
}

function usedBy({ parts }: OpenView): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(parts).map(([part, pids]) => [part, cpuSeconds(pids)]));
}

/** The peak of the resident memory, without what is shared with others counted apart. */
function megabytesOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + residentMemory(pid).peak, 0) / 1024 ** 2;
}
