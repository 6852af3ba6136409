import { faultLine, type Fault } from '../../policies/reading/fault.js';

/** The question cannot be answered; `lines` say why, each one complete. */
export class DeskFailure extends Error {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** A failure that lists faults by file and line. */
export function faulty(faults: readonly Fault[]): DeskFailure {
  return new DeskFailure(faults.map(faultLine));
}
