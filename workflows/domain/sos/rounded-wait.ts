/** A wait as one says it. */
export interface RoundedWait {
  readonly unit: 'minutes' | 'hours';
  readonly count: number;
}

/** In minutes up to an hour and a half, in hours from there; rounded up, for nobody minds being helped early. */
export function roundedWait(milliseconds: number): RoundedWait {
  const minutes = Math.max(1, Math.ceil(milliseconds / 60_000));
  if (minutes > 90) return { unit: 'hours', count: Math.ceil(minutes / 60) };
  return { unit: 'minutes', count: minutes > 10 ? Math.ceil(minutes / 5) * 5 : minutes };
}
