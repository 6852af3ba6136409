const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** Whole seconds until a question lapses, never below zero; a started second counts in full. */
export function secondsLeft(endsAt: number, now: number): number {
  return Math.max(0, Math.ceil((endsAt - now) / 1_000));
}

/** A span in the largest unit that fits it, such as `in 3 hours`; rounded down so as not to promise more. */
export function relativeTime(locale: string, untilMs: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'always' });
  if (untilMs >= 2 * dayMs) return format.format(Math.floor(untilMs / dayMs), 'day');
  if (untilMs >= 2 * hourMs) return format.format(Math.floor(untilMs / hourMs), 'hour');
  return format.format(Math.max(1, Math.floor(untilMs / minuteMs)), 'minute');
}

/** A point in time for reading: the hour alone today, with its day otherwise. */
export function clockTime(locale: string, at: Date, now: Date): string {
  const sameDay = at.toDateString() === now.toDateString();
  const format = new Intl.DateTimeFormat(locale, {
    ...(sameDay ? {} : { weekday: 'long', day: 'numeric', month: 'long' }),
    hour: '2-digit',
    minute: '2-digit',
  });
  return format.format(at);
}

/** A day with its time span, such as `23 November 2026, 13:51–14:20`. */
export function timeSpan(locale: string, from: Date, to: Date): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });
  return format.formatRange(from, to);
}
