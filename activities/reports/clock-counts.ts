/** How the promises of one clock came out. */
export interface ClockCounts {
  readonly name: string;
  readonly kept: number;
  readonly missed: number;
  readonly cancelled: number;
  /** Begun, and neither kept nor missed at the cut-off. */
  readonly open: number;
  readonly notStarted: number;
  /** Sessions to which no promise of this clock was made. */
  readonly unpromised: number;
}

/** So many sessions whose promises came out as one text says (`session-facts.ts`). */
export interface Counted {
  readonly clocks: string;
  readonly sessions: number;
}

const outcomes = ['kept', 'missed', 'cancelled', 'open', 'notStarted'] as const;
export type ClockOutcome = (typeof outcomes)[number];

/** Adds up how promises came out, by clock, in the order of their names. */
export function clockCounts(counted: readonly Counted[], cutoff: number): readonly ClockCounts[] {
  const all = counted.reduce((sum, { sessions }) => sum + sessions, 0);
  const sums = new Map<string, Record<ClockOutcome, number> & { promised: number }>();
  for (const { clocks, sessions } of counted) {
    const promises = promisesIn(clocks, cutoff);
    for (const name of new Set(promises.map((one) => one.name))) {
      const sum = sums.get(name) ?? { ...noneOf, promised: 0 };
      for (const { outcome } of promises.filter((one) => one.name === name)) {
        sum[outcome] += sessions;
      }
      sum.promised += sessions;
      sums.set(name, sum);
    }
  }
  return [...sums]
    .map(([name, { promised, ...sum }]) => ({ name, ...sum, unpromised: all - promised }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

const noneOf = { kept: 0, missed: 0, cancelled: 0, open: 0, notStarted: 0 } as const;

/** Every promise that a text speaks of; what was open and due by the cut-off is missed by then. */
export function promisesIn(
  clocks: string,
  cutoff: number,
): readonly { readonly name: string; readonly outcome: ClockOutcome }[] {
  if (clocks === '') return [];
  return clocks.split(';').flatMap((one) => {
    const [name = '', turns = ''] = one.split('=');
    return turns.split(',').map((turn) => ({ name, outcome: outcomeOf(turn, cutoff) }));
  });
}

/** The same text as it had come out by the cut-off: what was open is missed, or is open whenever it is due. */
export function settledClocks(clocks: string, cutoff: number): string {
  if (!clocks.includes('@')) return clocks;
  return clocks.replaceAll(/open@[^,;]*/g, (turn) => outcomeOf(turn, cutoff));
}

function outcomeOf(turn: string, cutoff: number): ClockOutcome {
  const [word, due = ''] = turn.split('@');
  if (word === 'open') return due !== '' && Number(due) < cutoff ? 'missed' : 'open';
  if (word === 'not-started') return 'notStarted';
  return outcomes.find((known) => known === word) ?? 'open';
}
