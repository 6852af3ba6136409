import {
  type DeliveryFault,
  type DeliveryFaultCode,
  faultOf,
  faultWithWords,
} from './delivery-fault.js';
import { lineFaultOf, systemCodeOf } from './line-fault.js';

/** What an SMTP client says of an answer that it did not want. */
interface Refusal extends Error {
  /** What a system error was called before the client named it after its own step. */
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  /** Whether the server would answer the same again. */
  readonly permanent?: boolean;
}

/** What came of handing in a mail: what went wrong, and whether it would go wrong again. */
export interface MailFault {
  readonly fault: DeliveryFault;
  readonly final: boolean;
}

/** What went wrong with handing a mail to a server. */
export function mailFaultOf(error: unknown, server: string): MailFault {
  if (!(error instanceof Error)) return { fault: faultOf('other', { server }), final: false };
  const refusal: Refusal = error;
  const code = codeOf(refusal);
  return {
    fault: faultWithWords(code, server, wordsOf(refusal, code)),
    final: isFinal(refusal, code),
  };
}

function codeOf(error: Refusal): DeliveryFaultCode {
  const step = systemCodeOf(error);
  if (step === 'EAUTH' || step === 'ENOAUTH' || step === 'EOAUTH2') return 'sign-in-refused';
  const answered = error.responseCode === undefined ? null : refusedAt(error.command ?? '');
  if (answered !== null) return answered;
  return lineFaultOf(error.originalCode ?? '') ?? lineFaultOf(step) ?? 'other';
}

function refusedAt(command: string): DeliveryFaultCode | null {
  if (command === 'RCPT TO') return 'recipient-refused';
  if (command === 'MAIL FROM') return 'sender-refused';
  return command === 'DATA' ? 'mail-refused' : null;
}

/** What the server answered; of encryption and of what has no name, what this machine says of it. */
function wordsOf({ response, message }: Refusal, code: DeliveryFaultCode): string | null {
  if (response !== undefined && response !== '') return response;
  return code === 'encryption-failed' || code === 'other' ? message : null;
}

/** A mail that was refused for good is refused again; sign-in and sender can be mended by whoever runs the desk. */
function isFinal({ permanent }: Refusal, code: DeliveryFaultCode): boolean {
  return permanent === true && (code === 'recipient-refused' || code === 'mail-refused');
}
