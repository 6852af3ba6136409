import { unfit } from '../problems/unfit.js';

/** A period as its ends were asked for; null leaves an end open. */
export interface AskedPeriod {
  readonly from: Date | null;
  readonly to: Date | null;
}

/** The period that a query asks for; one that ends before it begins is refused with its place. */
export function periodIn(query: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): AskedPeriod {
  const instant = (text: string | undefined) => (text === undefined ? null : new Date(text));
  const [from, to] = [instant(query.from), instant(query.to)];
  if (from && to && from >= to) {
    const message = 'the period ends before it starts';
    throw unfit({ path: '/query/to', code: 'period-reversed', message });
  }
  return { from, to };
}
