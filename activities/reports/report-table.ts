import type { Figures, SlaReport } from './sla-report.js';

/** A report as lines of a table: where a figure stands, what it is, and its value. */
export type ReportLine = readonly [
  section: string,
  of: string,
  figure: string,
  value: string | number,
];

/** Every figure of a report, a line each. Durations are in milliseconds, as they were counted. */
export function reportLines(report: SlaReport): readonly ReportLine[] {
  const { period, filter, by, inputs } = report;
  return [
    ['report', '', 'definition', report.definition],
    ...Object.entries(period).map(([name, value]): ReportLine => ['report', '', name, value]),
    ['report', '', 'channels', filter.channels.join(' ')],
    ...(['group', 'technician', 'customer', 'priority'] as const).map((name): ReportLine => [
      'report',
      '',
      name,
      filter[name] ?? '',
    ]),
    ['report', '', 'by', by],
    ['report', '', 'inputs', inputs],
    ...figureLines('all', '', report.all),
    ...report.parts.flatMap(({ key, ...figures }) => figureLines(by, key ?? '', figures)),
    ...Object.entries(report.outcomes).map(([name, value]): ReportLine => [
      'outcome',
      name,
      'sessions',
      value,
    ]),
    ...Object.entries(report.open).map(([name, value]): ReportLine => [
      'open',
      '',
      name,
      value ?? '',
    ]),
    ['transfers', '', 'sessions', report.transfers.sessions],
    ['transfers', '', 'total', report.transfers.total],
    ['satisfaction', '', 'answers', report.satisfaction.answers],
    ...report.satisfaction.scores.map((answers, index): ReportLine => [
      'satisfaction',
      String(index + 1),
      'answers',
      answers,
    ]),
    ...totalLines('handling', report.handling),
    ...totalLines('hold', report.holds),
    ...report.weeks.flatMap(({ week, clocks }) => clockLines('week', week, clocks)),
    ...report.hours.flatMap(({ weekday, hour, arrivals, waitingMs }): ReportLine[] => [
      ['hour', `${weekday} ${hour}`, 'arrivals', arrivals],
      ['hour', `${weekday} ${hour}`, 'waitingMs', waitingMs ?? ''],
    ]),
    ...report.days.flatMap(({ day, ...counts }) =>
      Object.entries(counts).map(([name, value]): ReportLine => ['day', day, name, value]),
    ),
  ];
}

function figureLines(section: string, of: string, figures: Figures): readonly ReportLine[] {
  return [
    [section, of, 'sessions', figures.sessions],
    ...clockLines(section, of, figures.clocks),
    ...figures.measures.flatMap(({ name, ...values }) =>
      Object.entries(values).map(([what, value]): ReportLine => {
        return [section, of, `${name}.${what}`, value ?? ''];
      }),
    ),
  ];
}

function clockLines(section: string, of: string, clocks: Figures['clocks']): readonly ReportLine[] {
  return clocks.flatMap(({ name, ...counts }) =>
    Object.entries(counts).map(([what, value]): ReportLine => {
      return [section, of, `${name}.${what}`, value];
    }),
  );
}

function totalLines(section: string, totals: SlaReport['handling']): readonly ReportLine[] {
  return totals.flatMap(({ key, sessions, totalMs }): ReportLine[] => [
    [section, key, 'sessions', sessions],
    [section, key, 'totalMs', totalMs],
  ]);
}
