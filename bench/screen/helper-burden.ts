import type { Measurement } from '../measurement.js';
import { atMost } from '../measure/verdict.js';
import { getPrograms } from './programs.js';
import { onStage } from './screen-stage.js';
import { costOf, type SceneCost } from './show-scenes.js';

const share = 0.05;
const mostMegabytes = 150;
/** A helper that has just begun still compiles, connects and tidies up, which is not what a still screen costs. */
const begunMs = 20_000;

/** P14: what the helper asks of the user's machine. */
export const helperBurden: Measurement = {
  id: 'P14',
  what: 'helper with a still screen: CPU ÷ with a 30 fps animation; memory',
  measure: async ({ quick, sizes }) => {
    const programs = await getPrograms();
    const seconds = quick ? 20 : 60;
    const size = sizes[0] ?? { width: 1280, height: 720 };
    const [still, moving] = await onStage(size, programs, async (stage) => [
      await costOf(stage, stage.mayday.variant('still'), 'still', seconds, begunMs),
      await costOf(stage, stage.mayday.variant('animation'), 'animation', seconds, begunMs),
    ]);
    const ratio = cpuOf(still) / cpuOf(moving);
    const megabytes = Math.max(memoryOf(still), memoryOf(moving));
    const isSmall = atMost(megabytes, mostMegabytes) === 'met';
    const rows = Object.entries({ still, animation: moving }).map(([name, cost]) => [
      name,
      (100 * cpuOf(cost)).toFixed(1),
      memoryOf(cost).toFixed(0),
      cost.kilobitsPerSecond.toFixed(0),
    ]);
    return [
      {
        id: 'P14',
        what: helperBurden.what,
        figure: `${ratio.toFixed(3)}; ${megabytes.toFixed(0)} MB`,
        goal: `≤ ${share}; ≤ ${mostMegabytes} MB`,
        verdict: isSmall ? atMost(ratio, share) : 'missed',
        details: [
          {
            title: `${size.width}×${size.height}, ${seconds} s of each; memory is the peak of what is resident`,
            columns: ['screen', 'CPU %', 'MB', 'kbit/s'],
            rows,
          },
        ],
      },
    ];
  },
};

function cpuOf({ cpu }: SceneCost): number {
  return cpu['helper'] ?? Number.NaN;
}

function memoryOf({ memory }: SceneCost): number {
  return memory['helper'] ?? Number.NaN;
}
