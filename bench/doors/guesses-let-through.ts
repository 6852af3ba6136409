import { withClosing } from '../closing.js';
import { rotated } from '../measure/interleave.js';
import { pairedRatio, ratioText } from '../measure/paired-ratio.js';
import { median, percentile } from '../measure/percentile.js';
import type { Finding } from '../measure/result.js';
import { atMost, ratioVerdict, together } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { askForCode } from './code-holder.js';
import { dayOfGuesses, expectedHits, mostByWork } from './day-of-guesses.js';
import { fillWithCodes, setDoorsStage, type DoorsStage } from './doors-stage.js';
import { FarClient } from './far-client.js';
import type { GuessTally } from './guesser.js';
import { HostileAccount } from './hostile-account.js';

const goal = { hits: 0.01, join: 1.3 };
const usualLive = 1_000;
const mostLive = 10_000;
const extents = {
  full: { blocks: 10, guesses: 100_000, joinsEach: 40, triesAnHour: 1_000 },
  quick: { blocks: 3, guesses: 3_000, joinsEach: 10, triesAnHour: 50 },
} as const;

/** S2: that guessing at codes leads nowhere, and is in nobody's way. */
export const guessesLetThrough: Measurement = {
  id: 'S2',
  what: 'guesses let through in a day × live codes ÷ code space; a rightful join while they come ÷ without',
  onlyByName: true,
  measure: ({ quick }) =>
    withClosing(async (closing) => {
      const stage = await setDoorsStage(closing);
      const hostile = new HostileAccount(closing, stage.house, 'bruno');
      return [await measure(stage, hostile, extents[quick ? 'quick' : 'full'])];
    }),
};

interface Extent {
  readonly blocks: number;
  readonly guesses: number;
  readonly joinsEach: number;
  readonly triesAnHour: number;
}

const variants = ['undisturbed', 'while guesses come', 'undisturbed again'] as const;
type Joins = ReadonlyMap<string, readonly (readonly number[])[]>;

async function measure(
  stage: DoorsStage,
  hostile: HostileAccount,
  extent: Extent,
): Promise<Finding> {
  const { house, db } = stage;
  await fillWithCodes(stage, usualLive);
  const greta = await FarClient.signedIn(house, 'greta');
  const joins = await compare(() => join(stage, greta), hostile, extent);
  const { triesAnHour } = extent;
  const inADay = await dayOfGuesses(db, { liveCodes: usualLive, triesAnHour });
  const whenFull = await dayOfGuesses(db, { liveCodes: mostLive, triesAnHour });
  return finding(joins, hostile.tally, { inADay, whenFull });
}

/** Milliseconds from the digits that somebody reads out to their session. */
async function join({ house }: DoorsStage, technician: FarClient): Promise<number> {
  const code = await askForCode(house);
  const began = performance.now();
  const { status } = await technician.post('/api/code-entries', { code });
  if (status !== 201) throw new Error(`A rightful code was answered with ${status}.`);
  return performance.now() - began;
}

async function compare(
  joinOnce: () => Promise<number>,
  hostile: HostileAccount,
  { blocks, guesses, joinsEach }: Extent,
): Promise<Joins> {
  const times = new Map<string, number[][]>(variants.map((name) => [name, []]));
  const several = async (): Promise<number[]> => {
    const block: number[] = [];
    while (block.length < joinsEach) block.push(await joinOnce());
    return block;
  };
  await several();
  for (let count = 0; count < blocks; count += 1) {
    for (const name of rotated(variants, count)) {
      const attack =
        name === 'while guesses come' ? hostile.guess(guesses / blocks) : Promise.resolve();
      times.get(name)?.push(await several());
      await attack;
    }
    const { sent, letThrough } = hostile.tally;
    console.log(`    ${sent} guesses, ${letThrough} let through`);
  }
  return times;
}

function finding(
  joins: Joins,
  tally: GuessTally,
  { inADay, whenFull }: { inADay: number; whenFull: number },
): Finding {
  const of = (name: (typeof variants)[number]) => joins.get(name) ?? [];
  const medians = (name: (typeof variants)[number]) => of(name).map(median);
  const ratio = pairedRatio(medians('while guesses come'), medians('undisturbed'));
  const control = pairedRatio(medians('undisturbed again'), medians('undisturbed'));
  const rows = [
    dayRow('over HTTP, working where it is cheap', tally.letThrough, usualLive),
    dayRow('a day in the process, without working', inADay, usualLive),
    dayRow('the same while helpers hold every code there may be', whenFull, mostLive),
    dayRow('the most by any work, computed', mostByWork(usualLive), usualLive),
    dayRow('the same while helpers hold every code', mostByWork(mostLive), mostLive),
  ];
  const worst = Math.max(...rows.map(({ hits }) => hits));
  return {
    id: guessesLetThrough.id,
    what: guessesLetThrough.what,
    figure: `${worst.toFixed(5)} of ${tally.sent.toLocaleString('en')} guesses over HTTP and the rest; ${ratioText(ratio)}`,
    goal: `≤ ${goal.hits}; ≤ ${goal.join}`,
    verdict: together([atMost(worst, goal.hits), ratioVerdict(ratio, goal.join, control)]),
    details: [
      {
        title: `Guesses that the desk compared with its codes; ${tally.hits} came upon one.`,
        columns: ['', 'let through', 'live codes', 'expected to hit'],
        rows: rows.map(({ name, through, live, hits }) => [
          name,
          through.toFixed(0),
          live.toLocaleString('en'),
          hits.toFixed(5),
        ]),
      },
      {
        title: `Milliseconds of a rightful join; the control is ${ratioText(control)}.`,
        columns: ['', 'p50', 'p90', 'p99', 'joins'],
        rows: variants.map((name) => joinRow(name, of(name).flat())),
      },
    ],
  };
}

function dayRow(name: string, through: number, live: number) {
  return { name, through, live, hits: expectedHits(through, live) };
}

function joinRow(name: string, times: readonly number[]): string[] {
  const shares = [0.5, 0.9, 0.99].map((share) => percentile(times, share).toFixed(1));
  return [name, ...shares, String(times.length)];
}
