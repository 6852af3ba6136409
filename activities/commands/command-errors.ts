import type { Refusal } from '../../workflows/domain/session/refusal.js';

/** The state of the session does not allow the command; nothing has changed. */
export class RefusedError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.name = 'RefusedError';
    this.refusal = refusal;
  }
}

/** The desk could not be asked in time. The command may still be done; the same id may be sent again. */
export class DeskUnreachableError extends Error {
  constructor(cause: unknown) {
    super('The desk did not answer in time.', { cause });
    this.name = 'DeskUnreachableError';
  }
}
