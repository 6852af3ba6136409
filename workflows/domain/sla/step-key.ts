/** The name under which a step is taken once: its clock, which of its turns, and the share. */
export function stepKeyOf(clock: string, turn: number, percent: number): string {
  return `${clock}#${turn}@${percent}`;
}
