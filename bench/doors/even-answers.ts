import { randomInt } from 'node:crypto';
import { codeFrom, codeSpace } from '../../workflows/domain/codes/code.js';
import { withClosing } from '../closing.js';
import { percentile } from '../measure/percentile.js';
import type { Finding } from '../measure/result.js';
import { atMost, together } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { askForCode } from './code-holder.js';
import { setDoorsStage, type DoorsStage } from './doors-stage.js';
import { FarClient } from './far-client.js';

const rounds = { full: 200, quick: 20 } as const;

/** S3: that nobody learns from an answer, or from how long it took, what is wrong with a code. */
export const evenAnswers: Measurement = {
  id: 'S3',
  what: 'unknown, used, expired and mistyped codes: different answers; distance of their times',
  measure: ({ quick }) =>
    withClosing(async (closing) => {
      const stage = await setDoorsStage(closing);
      return [finding(await measure(stage, rounds[quick ? 'quick' : 'full']))];
    }),
};

interface Answers {
  readonly times: ReadonlyMap<string, readonly number[]>;
  readonly bodies: ReadonlySet<string>;
}

async function measure({ house, db }: DoorsStage, count: number): Promise<Answers> {
  const greta = await FarClient.signedIn(house, 'greta');
  const [used, expired] = [await askForCode(house), await askForCode(house)];
  await greta.post('/api/code-entries', { code: used });
  await db.raw(
    `update codes set expires_at = clock_timestamp() - interval '1 second' where ended_at is null`,
  );
  const unknown = codeFrom(randomInt(codeSpace));
  const mistyped = `${unknown.slice(0, 8)}${(Number(unknown.slice(8)) + 1) % 10}`;
  const kinds = { unknown, used, expired, mistyped };
  const times = new Map<string, number[]>(Object.keys(kinds).map((kind) => [kind, []]));
  const bodies = new Set<string>();
  for (let round = 0; round < count; round += 1) {
    await db.raw('delete from door_budgets'); // An honest account is never so far that it must work.
    for (const [kind, code] of Object.entries(kinds)) {
      const began = performance.now();
      const { status, body } = await greta.post('/api/code-entries', { code });
      times.get(kind)?.push(performance.now() - began);
      bodies.add(`${status} ${JSON.stringify(body)}`);
    }
  }
  return { times, bodies };
}

function finding({ times, bodies }: Answers): Finding {
  const all = [...times];
  const distance = Math.max(...all.flatMap(([, one]) => all.map(([, other]) => apart(one, other))));
  const bound = tellable(all[0]?.[1].length ?? 0);
  return {
    id: evenAnswers.id,
    what: evenAnswers.what,
    figure: `${bodies.size} answer; ${distance.toFixed(2)}`,
    goal: `1; ≤ ${bound.toFixed(2)}, as far as samples of the same lie apart once in ten thousand times`,
    verdict: together([atMost(bodies.size, 1), atMost(distance, bound)]),
    details: [
      {
        title: 'Milliseconds until the answer; the distance is that of Kolmogorov and Smirnov.',
        columns: ['code', 'p50', 'p90', 'p99', 'entries'],
        rows: all.map(([kind, taken]) => rowOf(kind, taken)),
      },
    ],
  };
}

function rowOf(kind: string, taken: readonly number[]): string[] {
  const shares = [0.5, 0.9, 0.99].map((share) => percentile(taken, share).toFixed(1));
  return [kind, ...shares, String(taken.length)];
}

/** How far two distributions stand apart: the greatest distance between their shares. */
function apart(one: readonly number[], other: readonly number[]): number {
  const below = (taken: readonly number[], at: number): number =>
    taken.filter((time) => time <= at).length / taken.length;
  return Math.max(...[...one, ...other].map((at) => Math.abs(below(one, at) - below(other, at))));
}

function tellable(size: number): number {
  return 2.23 * Math.sqrt(2 / size);
}
