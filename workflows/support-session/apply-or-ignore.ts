import { ApplicationFailure, log, sleep } from '@temporalio/workflow';
import { type Envelope, refusedType } from '../contract.js';
import type { RecordedSession } from './recorded-session.js';

/** Applies what nobody waits for an answer to: a refusal is only logged. */
export async function applyOrIgnore<E extends Envelope>(
  recorded: RecordedSession,
  envelope: E,
  admit?: (envelope: E) => Promise<Envelope>,
): Promise<void> {
  try {
    await recorded.apply(envelope, admit);
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error;
    const { id, command } = envelope;
    log.info('A command was refused', { id, command: command.type, refused: error.message });
    // What the record does not take is tried again by whoever sent it, but not at once.
    if (error.type !== refusedType) await sleep('1m');
  }
}
