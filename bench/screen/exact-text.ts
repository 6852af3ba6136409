import { setTimeout as pause } from 'node:timers/promises';
import type { Picture, Size } from '../../agent/platform/desktop.js';
import { Person } from '../../deploy/desktop/person.js';
import { readCanvas } from '../../deploy/journeys/read-canvas.js';
import type { Measurement } from '../measurement.js';
import { atMost } from '../measure/verdict.js';
import { getPrograms } from './programs.js';
import { onStage, type ScreenStage } from './screen-stage.js';

/** Where the pointer rests, which is painted over the screen, and how far its picture reaches. */
const rest = { x: 20, y: 700 };
const pointerReach = 40;

/** P15: the picture one second after the last change. */
export const exactText: Measurement = {
  id: 'P15',
  what: 'pixels that are wrong in the picture one second after the last change',
  measure: async ({ quick }) => {
    const programs = await getPrograms();
    const times = quick ? 2 : 10;
    const size: Size = { width: 1280, height: 720 };
    const wrong = await onStage(size, programs, (stage) => wrongPixels(stage, times));
    const worst = Math.max(...wrong);
    return [
      {
        id: 'P15',
        what: exactText.what,
        figure: `${worst} of ${size.width * size.height}, the worst of ${times}`,
        goal: '0',
        verdict: atMost(worst, 0),
        details: [],
      },
    ];
  },
};

async function wrongPixels(stage: ScreenStage, times: number): Promise<readonly number[]> {
  const { viewer, mayday, desktop, play, freeze } = stage;
  const view = await mayday.variant('Mayday').open(viewer.page);
  const person = new Person(desktop.display, desktop.hand);
  try {
    const wrong: number[] = [];
    for (let time = 0; time < times; time += 1) {
      person.point(rest);
      await play(time % 2 === 0 ? 'office' : 'busy');
      await pause(3_000);
      freeze();
      await pause(1_000);
      wrong.push(differences(await readCanvas(viewer.page), person.look()));
    }
    return wrong;
  } finally {
    person.close();
    await view.close();
  }
}

function differences(seen: Uint32Array, { width, pixels }: Picture): number {
  if (seen.length !== pixels.length) return pixels.length;
  return pixels.reduce((count, pixel, at) => {
    const across = Math.abs((at % width) - rest.x);
    const down = Math.abs(Math.floor(at / width) - rest.y);
    const isPointer = across < pointerReach && down < pointerReach;
    return isPointer || (pixel & 0xffffff) === seen[at] ? count : count + 1;
  }, 0);
}
