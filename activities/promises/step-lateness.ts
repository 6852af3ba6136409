import { type Database, rowOf } from '../store/database.js';

/** How long after they were due the steps of promises were taken, by nearest rank; null without any. */
export interface StepLateness {
  readonly steps: number;
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
  readonly mostMs: number | null;
}

/** What there is to say where no step was taken. */
export const noSteps: StepLateness = { steps: 0, p50Ms: null, p99Ms: null, mostMs: null };

/** The lateness of every step that was taken since an instant. */
export async function stepLateness(db: Database, since: Date): Promise<StepLateness> {
  const row = await rowOf<{ steps: number; late: readonly number[] | null }>(db, lateness, {
    since,
  });
  const [p50Ms = null, p99Ms = null, mostMs = null] = row?.late ?? [];
  return { steps: row?.steps ?? 0, p50Ms, p99Ms, mostMs };
}

const lateness = `
  select count(*)::int as steps,
    percentile_disc(array[0.5, 0.99, 1]) within group (
      order by (extract(epoch from at) * 1000)::float8 - (data ->> 'dueAt')::float8
    )::float8[] as late
  from session_events where type = 'sla-step' and at >= :since
`;
