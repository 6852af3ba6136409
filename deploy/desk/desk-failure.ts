import { faultLine, type Fault } from '../../policies/reading/fault.js';

/** The question cannot be answered; `lines` say why, each one complete. */
export class DeskFailure extends Error {
  readonly lines: readonly string[];
  /** What the process ends with. */
  readonly exitCode: number = 1;

  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** The question names something that there is not: probably a slip of the pen. */
export class UnknownName extends DeskFailure {
  override readonly exitCode = 2;
}

/** A failure that lists faults by file and line. */
export function faulty(faults: readonly Fault[]): DeskFailure {
  return new DeskFailure(faults.map(faultLine));
}
