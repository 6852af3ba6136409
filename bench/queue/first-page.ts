import { pageQuery, type QueueView } from '../../activities/store/lists/session-queue.js';
import type { Viewer } from '../../activities/store/lists/visibility.js';
import { makeSessions } from '../bulk/make-sessions.js';
import { atMost } from '../measure/verdict.js';
import type { Finding } from '../measure/result.js';
import type { Measurement } from '../measurement.js';
import { startBenchDatabase, type BenchDatabase } from './bench-database.js';
import { explain, type Explained } from './explained.js';

const goal = 1.1;
const few = 50_000;
const usuallyMany = 500_000;
const open = 10_000;
const day = 86_400_000;

/** P8: that the queue's first page does not mind how many sessions there ever were. */
export const firstPage: Measurement = {
  id: 'P8',
  what: 'first page of the queue: buffers with many closed sessions ÷ with 50,000, 10,000 open in both',
  measure: async ({ quick, sessions }) => {
    const many = sessions ?? (quick ? 2 * few : usuallyMany);
    const database = await startBenchDatabase();
    try {
      // A vacuum of its own accord would come at another moment each time.
      await database.owner.raw('alter table sessions set (autovacuum_enabled = off)');
      await makeSessions(database.pool, orderOf('open', open));
      await close(database, few, 0);
      const before = await pages(database);
      await close(database, many - few, few);
      return [finding(before, await pages(database), many)];
    } finally {
      await database.close();
    }
  },
};

const cast = {
  channels: {
    general: ['ana', 'bruno', 'carla', 'davi', 'elena', 'farid', 'greta'],
    stores: ['ana', 'bruno', 'carla', 'davi', 'ivan'],
    finance: ['elena', 'farid', 'mateo'],
    'design-mac': ['greta', 'davi'],
  },
};

function orderOf(kind: 'ended' | 'open', count: number, seed = 1) {
  const now = Date.now();
  const from = kind === 'open' ? now - 3 * day : now - 700 * day;
  const to = kind === 'open' ? now : now - 3 * day;
  return { kind, count, cast, from, to, seed, withEvents: false };
}

async function close({ pool, owner }: BenchDatabase, count: number, already: number) {
  const progress = (done: number) => {
    if (done % 500_000 === 0 && done > 0) console.log(`    ${already + done} closed sessions`);
  };
  await makeSessions(pool, { ...orderOf('ended', count, 2 + already), progress });
  await owner.raw('vacuum analyze sessions');
}

/** Who looks: those who see much, little, and nothing yet. */
const viewers: Readonly<Record<string, Viewer>> = {
  'a technician': {
    technician: 'ana',
    visible: ['general', 'stores'].map((channel) => ({
      channel,
      relations: ['own', 'unassigned'],
    })),
  },
  'a technician on the first day': {
    technician: 'newcomer',
    visible: [{ channel: 'finance', relations: ['own', 'unassigned'] }],
  },
  'a manager of a small channel': {
    technician: 'julia',
    visible: [{ channel: 'design-mac', relations: ['own', 'unassigned', 'other'] }],
  },
  'a manager of everything': {
    technician: 'kofi',
    visible: Object.keys(cast.channels).map((channel) => ({
      channel,
      relations: ['own', 'unassigned', 'other'],
    })),
  },
};

const views: readonly QueueView[] = ['mine', 'unassigned', 'invited', 'all', 'closed'];

type Pages = ReadonlyMap<string, Explained>;

async function pages({ owner }: BenchDatabase): Promise<Pages> {
  const found = new Map<string, Explained>();
  for (const [who, viewer] of Object.entries(viewers)) {
    for (const view of views) {
      const request = { view, channel: null, text: null, after: null, limit: 50 };
      const { statement, bindings } = pageQuery(viewer, request);
      found.set(`${view}, ${who}`, await explain(owner, statement, bindings));
    }
  }
  return found;
}

function finding(before: Pages, after: Pages, many: number): Finding {
  const compared = [...after].map(([name, page]) => {
    const small = before.get(name);
    const ratio = small === undefined ? NaN : page.buffers / Math.max(1, small.buffers);
    return { name, small, page, ratio, faults: faultsOf(page) };
  });
  const worst = Math.max(...compared.map(({ ratio }) => ratio));
  const faults = compared.filter((page) => page.faults.length > 0);
  return {
    id: firstPage.id,
    what: firstPage.what,
    figure: `${worst.toFixed(2)} at worst with ${many.toLocaleString('en')}; ${faults.length} pages sort or scan`,
    goal: `≤ ${goal} with 5,000,000; no sort, no sequential scan`,
    verdict: atMost(faults.length > 0 ? Infinity : worst, goal),
    details: [
      {
        title: `Buffers of each first page of 50 with ${few.toLocaleString('en')} and with ${many.toLocaleString('en')} closed sessions`,
        columns: ['page', 'few', 'many', 'ratio', 'rows', 'how'],
        rows: compared.map(({ name, small, page, ratio, faults: found }) => [
          name,
          String(small?.buffers ?? ''),
          String(page.buffers),
          ratio.toFixed(2),
          String(page.rows),
          found.length > 0 ? found.join(', ') : 'by index',
        ]),
      },
    ],
  };
}

function faultsOf({ nodes }: Explained): string[] {
  return nodes.filter((node) => /Sort|Seq Scan on sessions/.test(node));
}
