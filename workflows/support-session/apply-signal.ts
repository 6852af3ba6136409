import { ApplicationFailure, log, patched } from '@temporalio/workflow';
import { type Envelope, refusedType } from '../contract.js';
import type { SessionPorts } from '../ports.js';
import { applyOrIgnore } from './apply-or-ignore.js';
import type { RecordedSession } from './recorded-session.js';
import { signalled, type RaisedCommand } from './signalled.js';

/** Does what a Signal says if it is whole and the desk admits it, as it would have by an Update. */
export async function applySignal(
  recorded: RecordedSession,
  raised: unknown,
  admit: SessionPorts['admitSignal'],
): Promise<void> {
  const envelope = signalled(raised);
  if (!envelope) {
    log.warn('A Signal was passed over that is not whole');
    return;
  }
  // Signals in histories from before there was somebody to ask were applied as they came.
  if (patched('signals-are-admitted')) {
    await applyOrIgnore(recorded, envelope, (asked) => admitted(recorded, asked, admit));
  } else await applyOrIgnore(recorded, envelope);
}

/** The envelope with the desk's grant and with what users may be asked for where it goes; or throws the refusal. */
async function admitted(
  { id: sessionId }: RecordedSession,
  envelope: Envelope<RaisedCommand>,
  admit: SessionPorts['admitSignal'],
): Promise<Envelope> {
  const { actor, command } = envelope;
  const admission = await admit({ sessionId, actor, command });
  if (admission.kind === 'refused') {
    throw ApplicationFailure.nonRetryable(admission.because, refusedType);
  }
  const { grant, askable } = admission;
  if (command.type !== 'transfer' || !askable) return { ...envelope, grant };
  return { ...envelope, grant, command: { ...command, askable } };
}
