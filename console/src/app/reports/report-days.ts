/** The days of a report, the first and the last, as fields of a form have them. */
export interface ReportDays {
  readonly from: string;
  /** The report holds the whole of it. */
  readonly to: string;
}

/** Periods that are asked for often. */
export const usualPeriods = [
  'last7',
  'last30',
  'thisMonth',
  'lastMonth',
  'thisYear',
  'lastYear',
] as const;
export type UsualPeriod = (typeof usualPeriods)[number];

/** The days of a usual period, by this browser's calendar. */
export function daysOf(period: UsualPeriod, today: Date): ReportDays {
  const [year, month, day] = [today.getFullYear(), today.getMonth(), today.getDate()];
  const days = {
    last7: [new Date(year, month, day - 6), today],
    last30: [new Date(year, month, day - 29), today],
    thisMonth: [new Date(year, month, 1), today],
    lastMonth: [new Date(year, month - 1, 1), new Date(year, month, 0)],
    thisYear: [new Date(year, 0, 1), today],
    lastYear: [new Date(year - 1, 0, 1), new Date(year - 1, 11, 31)],
  } as const satisfies Record<UsualPeriod, readonly [Date, Date]>;
  const [from, to] = days[period];
  return { from: dayText(from), to: dayText(to) };
}

/** From the first midnight to the one after the last day, by this browser's clock; null where a day is missing or is none. */
export function instantsOf({ from, to }: ReportDays): ReportDays | null {
  const [begin, end] = [midnight(from), midnight(to)];
  if (!begin || !end) return null;
  end.setDate(end.getDate() + 1);
  return { from: begin.toISOString(), to: end.toISOString() };
}

function midnight(day: string): Date | null {
  const at = new Date(`${day}T00:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}

function dayText(day: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
