import { pairedRatio, ratioText } from '../measure/paired-ratio.js';
import type { Finding } from '../measure/result.js';
import { atMost } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { besideTheDesk } from '../line/user-place.js';
import { freePort } from './free-port.js';
import { getPrograms } from './programs.js';
import { onStage, type ScreenStage } from './screen-stage.js';
import { costOf } from './show-scenes.js';
import { vncVariant, type VncPlace } from './vnc.js';

const officeGoal = 0.8;
const filmGoal = 4_000;
const size = { width: 1280, height: 720 };

/** P16: what the picture asks of the line. */
export const lineBurden: Measurement = {
  id: 'P16',
  what: 'kbit/s of office work ÷ x11vnc + noVNC; of a film in a window of 960 × 380',
  measure: async ({ quick }) => {
    const programs = await getPrograms();
    const extent = quick ? { rounds: 1, seconds: 8 } : { rounds: 5, seconds: 20 };
    return onStage(size, programs, async (stage) => {
      const { display } = stage.desktop;
      const place = { display, user: besideTheDesk, noVnc: programs.noVnc };
      return [await office(stage, place, extent), await film(stage, extent.seconds)];
    });
  },
};

async function office(
  stage: ScreenStage,
  place: Omit<VncPlace, 'ports'>,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Finding> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ports = { rfb: await freePort(), web: await freePort() };
    const vnc = vncVariant('noVNC', [], { ...place, ports });
    ours.push(await rateOf(stage, stage.mayday.variant('Mayday'), 'office', seconds));
    theirs.push(await rateOf(stage, vnc, 'office', seconds));
  }
  const ratio = pairedRatio(ours, theirs);
  return {
    id: 'P16',
    what: 'kbit/s of office work ÷ x11vnc + noVNC',
    figure: ratioText(ratio),
    goal: `≤ ${officeGoal}`,
    verdict: atMost(ratio.median, officeGoal),
    details: [
      {
        title: `Six letters a second and a line every three seconds, ${seconds} s at a time`,
        columns: ['Mayday kbit/s', 'x11vnc + noVNC kbit/s'],
        rows: ours.map((rate, at) => [rate.toFixed(0), (theirs[at] ?? Number.NaN).toFixed(0)]),
      },
    ],
  };
}

async function film(stage: ScreenStage, seconds: number): Promise<Finding> {
  const rate = await rateOf(stage, stage.mayday.variant('Mayday'), 'film', seconds);
  return {
    id: 'P16 film',
    what: 'kbit/s of a film in a window of 960 × 380',
    figure: rate.toFixed(0),
    goal: `≤ ${filmGoal}`,
    verdict: atMost(rate, filmGoal),
    details: [],
  };
}

async function rateOf(...asked: Parameters<typeof costOf>): Promise<number> {
  return (await costOf(...asked)).kilobitsPerSecond;
}
