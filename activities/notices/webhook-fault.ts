import { type DeliveryFault, faultOf, faultWithWords } from './delivery-fault.js';
import { lineFaultOf, systemCodeOf } from './line-fault.js';
import { PrivateNetworkClosed } from './webhook-sender.js';

/** What went wrong with a call that was not answered. */
export function webhookFaultOf(error: unknown, server: string): DeliveryFault {
  if (!(error instanceof Error)) return faultOf('other', { server });
  if (error instanceof PrivateNetworkClosed) return faultOf('network-closed', { server });
  // Nothing but the end of its patience aborts a call.
  if (systemCodeOf(error) === 'ABORT_ERR') return faultOf('timed-out', { server });
  const code = lineFaultOf(systemCodeOf(error)) ?? 'other';
  const isPlain = code !== 'encryption-failed' && code !== 'other';
  return faultWithWords(code, server, isPlain ? null : error.message);
}
