import { type NamedKind, type ReportNames, namedKinds } from './report-names.js';
import type { Figures, SlaReport } from './sla-report.js';

/** What programs find the columns by: the same in every language, and another one would come at the end. */
export const reportColumns = ['section', 'of', 'figure', 'value', 'name'] as const;

/** A report as lines of a table: where a figure stands, what it is, and its value. */
type Line = readonly [section: string, of: string, figure: string, value: string | number];

/** The same with what the keys in it were called, for people. */
export type ReportLine = readonly [...Line, name: string];

/** Every figure of a report, a line each. Durations are in milliseconds, as they were counted. */
export function reportLines(report: SlaReport): readonly ReportLine[] {
  return linesOf(report).map((line) => [...line, nameIn(report.names, line)]);
}

/** What a line is of, by name: a part or a technician; of what was asked for, the value. */
function nameIn(names: ReportNames, [section, of, figure, value]: Line): string {
  if (section === 'handling') return nameOf(names, 'technician', of) ?? '';
  const kind = namedKinds.find((one) => one === section);
  if (kind) return nameOf(names, kind, of) ?? '';
  if (section !== 'report') return '';
  if (figure === 'channels')
    return String(value)
      .split(' ')
      .map((key) => nameOf(names, 'channel', key) ?? key)
      .join(', ');
  const asked = namedKinds.find((one) => one === figure);
  return (asked && nameOf(names, asked, String(value))) ?? '';
}

/** Keys are given by people, and asked for by anybody: one may be what every object has, as `constructor` is. */
function nameOf(names: ReportNames, kind: NamedKind, key: string): string | undefined {
  return Object.hasOwn(names[kind], key) ? names[kind][key] : undefined;
}

function linesOf(report: SlaReport): readonly Line[] {
  const { period, filter, by, inputs } = report;
  return [
    ['report', '', 'definition', report.definition],
    ...Object.entries(period).map(([name, value]): Line => ['report', '', name, value]),
    ['report', '', 'channels', filter.channels.join(' ')],
    ...(['group', 'technician', 'customer', 'priority'] as const).map((name): Line => [
      'report',
      '',
      name,
      filter[name] ?? '',
    ]),
    ['report', '', 'by', by],
    ['report', '', 'inputs', inputs],
    ...figureLines('all', '', report.all),
    ...report.parts.flatMap(({ key, ...figures }) => figureLines(by, key ?? '', figures)),
    ...Object.entries(report.outcomes).map(([name, value]): Line => [
      'outcome',
      name,
      'sessions',
      value,
    ]),
    ...Object.entries(report.open).map(([name, value]): Line => ['open', '', name, value ?? '']),
    ['transfers', '', 'sessions', report.transfers.sessions],
    ['transfers', '', 'total', report.transfers.total],
    ['satisfaction', '', 'answers', report.satisfaction.answers],
    ...report.satisfaction.scores.map((answers, index): Line => [
      'satisfaction',
      String(index + 1),
      'answers',
      answers,
    ]),
    ...totalLines('handling', report.handling),
    ...totalLines('hold', report.holds),
    ...report.weeks.flatMap(({ week, clocks }) => clockLines('week', week, clocks)),
    ...report.hours.flatMap(({ weekday, hour, arrivals, waitingMs }): Line[] => [
      ['hour', `${weekday} ${hour}`, 'arrivals', arrivals],
      ['hour', `${weekday} ${hour}`, 'waitingMs', waitingMs ?? ''],
    ]),
    ...report.days.flatMap(({ day, ...counts }) =>
      Object.entries(counts).map(([name, value]): Line => ['day', day, name, value]),
    ),
  ];
}

function figureLines(section: string, of: string, figures: Figures): readonly Line[] {
  return [
    [section, of, 'sessions', figures.sessions],
    ...clockLines(section, of, figures.clocks),
    ...figures.measures.flatMap(({ name, ...values }) =>
      Object.entries(values).map(([what, value]): Line => {
        return [section, of, `${name}.${what}`, value ?? ''];
      }),
    ),
  ];
}

function clockLines(section: string, of: string, clocks: Figures['clocks']): readonly Line[] {
  return clocks.flatMap(({ name, ...counts }) =>
    Object.entries(counts).map(([what, value]): Line => {
      return [section, of, `${name}.${what}`, value];
    }),
  );
}

function totalLines(section: string, totals: SlaReport['handling']): readonly Line[] {
  return totals.flatMap(({ key, sessions, totalMs }): Line[] => [
    [section, key, 'sessions', sessions],
    [section, key, 'totalMs', totalMs],
  ]);
}
