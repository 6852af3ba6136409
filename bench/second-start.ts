import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { project } from '../deploy/supervisor/places.js';
import { freePorts } from '../deploy/supervisor/settings/ports.js';
import { until } from '../deploy/supervisor/until.js';
import { median } from './measure/percentile.js';
import { atMost } from './measure/verdict.js';
import type { Measurement } from './measurement.js';

const goal = 12;

/** P19: how long a person waits for the desk that was there before. */
export const secondStart: Measurement = {
  id: 'P19',
  what: '`npm start`, second time, to a usable console',
  measure: async ({ quick }) => {
    const data = mkdtempSync(join(tmpdir(), 'mayday-start-'));
    try {
      const first = await startOnce(data);
      const again: number[] = [];
      while (again.length < (quick ? 1 : 5)) again.push(await startOnce(data));
      return [finding(first, again)];
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  },
};

/** Seconds from the command to a console that is served and whose API is ready. */
async function startOnce(data: string): Promise<number> {
  const { api, temporal, postgres, janus, rtp } = await freePorts();
  const began = performance.now();
  const npm = spawn('npm', ['start'], {
    cwd: project,
    stdio: 'ignore',
    detached: true, // A group of its own, which is ended as Ctrl-C does it.
    env: {
      ...process.env,
      MAYDAY_DATA: data,
      PORT: String(api),
      TEMPORAL_PORT: String(temporal),
      POSTGRES_PORT: String(postgres),
      JANUS_PORT: String(janus),
      RTP_PORTS: rtp.join('-'),
    },
  });
  const ended = once(npm, 'exit');
  try {
    const desk = `http://127.0.0.1:${api}`;
    await until('a usable console', () => isUsable(desk), { within: 600_000, every: 20 });
    return (performance.now() - began) / 1000;
  } finally {
    if (npm.pid !== undefined && npm.exitCode === null) process.kill(-npm.pid, 'SIGINT');
    await ended;
  }
}

async function isUsable(desk: string): Promise<boolean> {
  return (await answersOk(`${desk}/api/ready`)) && (await answersOk(`${desk}/`));
}

async function answersOk(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false; // Nobody listens yet.
  }
}

function finding(first: number, again: readonly number[]) {
  const figure = median(again);
  return {
    id: secondStart.id,
    what: secondStart.what,
    figure: `${figure.toFixed(1)} s`,
    goal: `≤ ${goal} s`,
    verdict: atMost(figure, goal),
    details: [
      {
        title: 'Each start in seconds; the first on an empty data folder, with everything built',
        columns: ['start', 's'],
        rows: [first, ...again].map((seconds, index) => [String(index + 1), seconds.toFixed(1)]),
      },
    ],
  };
}
