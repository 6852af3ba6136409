const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A span for people: seconds below a minute, minutes below an hour, then hours with minutes, then days. */
export function spanText(milliseconds: number, locale: string): string {
  const span = Math.max(0, milliseconds);
  if (span < minute) return unitText(Math.floor(span / second), 'second', locale);
  if (span < hour) return unitText(Math.floor(span / minute), 'minute', locale);
  if (span < day) return hoursText(span, locale);
  return unitText(Math.floor(span / day), 'day', locale);
}

/** A span in every unit that it takes, to the second: “1 day 12 hr”. For what was promised, of which nothing may be cut off. */
export function wholeSpanText(milliseconds: number, locale: string): string {
  const span = Math.max(0, milliseconds);
  const amounts = [
    ['day', Math.floor(span / day)],
    ['hour', Math.floor((span % day) / hour)],
    ['minute', Math.floor((span % hour) / minute)],
    ['second', Math.floor((span % minute) / second)],
  ] as const;
  const parts = amounts.filter(([, n]) => n > 0).map(([unit, n]) => unitText(n, unit, locale));
  return parts.length === 0 ? unitText(0, 'second', locale) : parts.join(' ');
}

/** A short span to the tenth of a second, from a minute on like others. */
export function tenthsText(milliseconds: number, locale: string): string {
  if (milliseconds >= minute) return spanText(milliseconds, locale);
  const format = { style: 'unit', unit: 'second', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, format).format(Math.max(0, milliseconds) / second);
}

/** A countdown: `3:12` below an hour, else as a span; never below zero. */
export function countdownText(milliseconds: number, locale: string): string {
  // Rounded up, so that 0:00 is shown only once the time has really come.
  const seconds = Math.ceil(Math.max(0, milliseconds) / second);
  if (seconds >= 3_600) return spanText(seconds * second, locale);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** An instant as far as it is not today: `18:00`, or `Fri 18:00`, or `3 Nov, 18:00`, with the year where it is another. */
export function instantText(at: number, now: number, locale: string): string {
  const near = Math.abs(at - now) < 6 * day;
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  const date = near
    ? ({ weekday: 'short' } as const)
    : ({ day: 'numeric', month: 'short', ...otherYear(at, now) } as const);
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, today ? time : { ...date, ...time }).format(at);
}

function otherYear(at: number, now: number) {
  const isOther = new Date(at).getFullYear() !== new Date(now).getFullYear();
  return isOther ? ({ year: 'numeric' } as const) : {};
}

/** An instant in full, for titles. */
export function fullInstantText(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'medium' }).format(at);
}

/** How long ago: “5 minutes ago”, “yesterday”. */
export function agoText(at: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const span = at - now;
  if (span > -minute) return format.format(Math.min(0, Math.round(span / second)), 'second');
  if (span > -hour) return format.format(Math.round(span / minute), 'minute');
  if (span > -day) return format.format(Math.round(span / hour), 'hour');
  return format.format(Math.round(span / day), 'day');
}

/** Bytes with a unit that leaves at most four digits, in powers of 1024 as systems count them. */
export function bytesText(bytes: number, locale: string): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: step < 3 ? 0 : 1,
  }).format(bytes / 1024 ** step);
}

function hoursText(span: number, locale: string): string {
  const hours = Math.floor(span / hour);
  const minutes = Math.floor((span % hour) / minute);
  const text = unitText(hours, 'hour', locale);
  return minutes === 0 ? text : `${text} ${unitText(minutes, 'minute', locale)}`;
}

function unitText(n: number, unit: 'second' | 'minute' | 'hour' | 'day', locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(n);
}
