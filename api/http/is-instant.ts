const written = /^(?<day>\d{4}-\d\d-\d\d)[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:?\d\d)$/;

/** Whether a text names an instant that there is; the validator's own check lets an hour 25 pass, and 30 February. */
export function isInstant(text: string): boolean {
  const day = written.exec(text)?.groups?.['day'];
  return day !== undefined && isDay(day) && !Number.isNaN(Date.parse(text));
}

function isDay(day: string): boolean {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
}
