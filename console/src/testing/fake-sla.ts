import type { ReportSessions, SessionClocks, Sla, SlaReport } from '../app/desk/contract.js';
import { json, problem } from './fake-answers.js';
import { greta } from './people.js';

type Clock = Sla['policies'][number]['clocks'][number];

const made = {
  version: 3,
  place: '*',
  countsFrom: '2026-01-05T08:00:00.000Z',
  madeAt: '2026-01-02T08:00:00.000Z',
  madeBy: { kind: 'desk' },
} as const;

const morning = ['08:00', '12:00'];
const afternoon = ['13:00', '18:00'];

/** A first response within an hour of the calendar. */
export const firstResponse: Clock = {
  ...{ name: 'first-response', target: 3_600, hours: 'calendar' },
  ...{ start: ['device-joined'], stop: ['answered'], cancel: ['abandoned'], pause: ['scheduled'] },
  ...{ resumesOnReopen: false, repeats: false },
  steps: [{ percent: 80, action: 'notify', channel: null }],
};

/** What the channels of the fake desk promise, of which the caller may change all. */
export const sampleSla: Sla = {
  calendars: [
    {
      ...{ ...made, key: 'office-hours', name: 'Office hours', release: '2026b' },
      content: {
        zone: 'Europe/Berlin',
        week: { mon: [morning, afternoon], tue: [morning] },
        exceptions: { '2026-12-25': [] },
      },
    },
  ],
  policies: [
    {
      ...{ ...made, key: 'standard', name: 'Standard', calendar: 'office-hours' },
      clocks: [firstResponse],
    },
  ],
  promises: [
    { ...made, channel: 'general', priority: 'normal', policy: 'standard' },
    { ...made, channel: 'design-mac', priority: 'urgent', policy: null },
  ],
  mayConfigure: ['*', 'general', 'design-mac'],
  lateness: { steps: 240, p50Ms: 40, p99Ms: 312, mostMs: 1_040 },
};

const figures = {
  sessions: 12,
  clocks: [
    {
      name: 'first-response',
      kept: 9,
      missed: 1,
      cancelled: 0,
      open: 2,
      notStarted: 0,
      unpromised: 3,
    },
  ],
  measures: [
    { name: 'firstResponse', population: 10, excluded: 2, p50: 90_000, p90: 240_000, p95: 300_000 },
  ],
} satisfies SlaReport['all'];

/** A report over twelve sessions, one of which missed its promise. */
export const sampleReport: SlaReport = {
  definition: 'mayday-sla-report-2',
  period: {
    from: '2026-10-01T00:00:00.000Z',
    to: '2026-11-01T00:00:00.000Z',
    cutoff: '2026-11-01T00:00:00.000Z',
    zone: 'UTC',
  },
  filter: { channels: ['general'], group: null, technician: null, customer: null, priority: null },
  by: 'channel',
  inputs: '0123456789abcdef'.repeat(4),
  all: figures,
  parts: [{ key: 'general', ...figures }],
  outcomes: { solved: 10, open: 2 },
  open: { sessions: 2, medianAgeMs: 3_600_000, oldestAgeMs: 7_200_000 },
  transfers: { sessions: 1, total: 1 },
  satisfaction: { answers: 0, scores: [0, 0, 0, 0, 0] },
  handling: ['greta', 'greta-2', 'hugo'].map((key) => ({ key, sessions: 4, totalMs: 5_400_000 })),
  holds: [{ key: 'waiting-user', sessions: 2, totalMs: 600_000 }],
  weeks: [{ week: '2026-10-05', clocks: figures.clocks }],
  hours: [{ weekday: 1, hour: 9, arrivals: 12, waitingMs: 90_000 }],
  days: [{ day: '2026-10-05', arrived: 12, ended: 10, backlog: 2 }],
  names: {
    ...{ channel: { general: 'General' }, group: {}, customer: {} },
    technician: { greta: greta.name, 'greta-2': greta.name, hugo: 'Hugo as he was' },
  },
};

const behind: ReportSessions = {
  total: 2,
  sessions: [
    {
      ...{ id: '00000000-0000-4000-8000-000000000001', number: 1_041, subject: 'No sound' },
      ...{ channel: 'general', technician: 'greta', requestedAt: '2026-10-05T09:00:00.000Z' },
      ...{ outcome: 'solved', clocks: 'first-response=missed', tookMs: null, visible: true },
    },
    {
      ...{ id: '00000000-0000-4000-8000-000000000002', number: 1_040, subject: null },
      ...{ channel: 'general', technician: 'hugo', requestedAt: '2026-10-05T08:00:00.000Z' },
      ...{ outcome: 'solved', clocks: 'first-response=missed', tookMs: 240_000, visible: false },
    },
  ],
};

/** A session that promises nothing. */
export const noClocks: SessionClocks = {
  ...{ now: '2026-11-01T00:00:00.000Z', policy: null, calendar: null },
  ...{ clocks: [], mayRetarget: false },
};

/** What the desk answers about promises and reports. */
export function answerSla(path: string): Response {
  switch (path) {
    case '/api/sla':
      return json(sampleSla);
    case '/api/reports/sla':
      return json(sampleReport);
    case '/api/reports/sla/sessions':
      return json(behind);
    case '/api/sla/running-clocks':
      return json({ sessions: 7, dueAtOnce: 2, missed: 1, retargeted: 7, left: 0 });
    case '/api/sla/calendars':
    case '/api/sla/policies':
    case '/api/sla/promises':
      return json({ ...made, key: 'standard' }, 201);
    default:
      return problem({ type: '/problems/not-found', title: 'Nothing here.', status: 404 });
  }
}
