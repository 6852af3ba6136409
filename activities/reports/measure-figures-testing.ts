import type { MeasureFigures, MeasureName } from './sla-report.js';

/** Postgres gives 64-bit numbers as text. */
type Percentiles = readonly (string | null)[] | null;

/** The row of `measuresQuery`. */
export interface MeasureRow {
  readonly key: string | null;
  readonly sessions: number;
  readonly unanswered: number;
  readonly ready_ms_count: number;
  readonly ready_ms: Percentiles;
  readonly first_response_ms_count: number;
  readonly first_response_ms: Percentiles;
  readonly first_picture_ms_count: number;
  readonly first_picture_ms: Percentiles;
  readonly resolution_ms_count: number;
  readonly resolution_ms: Percentiles;
  readonly total_resolution_ms_count: number;
  readonly total_resolution_ms: Percentiles;
}

/** The row of `turnsQuery`. */
export interface TurnRow {
  readonly key: string | null;
  readonly turn_count: number;
  readonly turn: Percentiles;
}

/** Every duration of a population; its turns are one of their own, and those without an answer are left out. */
export function measureFigures(
  row: MeasureRow | undefined,
  turns: TurnRow | undefined,
): readonly MeasureFigures[] {
  if (!row) return [];
  const over = (name: MeasureName, population: number, values: Percentiles): MeasureFigures => ({
    name,
    population,
    excluded: row.sessions - population,
    ...valuesOf(values),
  });
  return [
    over('ready', row.ready_ms_count, row.ready_ms),
    over('firstResponse', row.first_response_ms_count, row.first_response_ms),
    over('firstPicture', row.first_picture_ms_count, row.first_picture_ms),
    {
      name: 'nextResponse',
      population: turns?.turn_count ?? 0,
      excluded: row.unanswered,
      ...valuesOf(turns?.turn ?? null),
    },
    over('resolution', row.resolution_ms_count, row.resolution_ms),
    over('totalResolution', row.total_resolution_ms_count, row.total_resolution_ms),
  ];
}

function valuesOf(values: Percentiles): Pick<MeasureFigures, 'p50' | 'p90' | 'p95'> {
  const [p50, p90, p95] = (values ?? []).map((value) => (value === null ? null : Number(value)));
  return { p50: p50 ?? null, p90: p90 ?? null, p95: p95 ?? null };
}
