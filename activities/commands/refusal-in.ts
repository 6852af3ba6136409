import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { refusedType } from '../../workflows/contract.js';
import { type Refusal, refusalCodes } from '../../workflows/domain/session/refusal.js';
import { RefusedError } from './command-errors.js';

/** The refusal that an error says, by a workflow or from a row; null where it is another error. */
export function refusalIn(error: unknown): Refusal | null {
  if (error instanceof RefusedError) return error.refusal;
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== refusedType) return null;
  const [detail]: readonly unknown[] = cause.details ?? [];
  return asRefusal(detail);
}

function asRefusal(detail: unknown): Refusal | null {
  if (typeof detail !== 'object' || detail === null || !('refused' in detail)) return null;
  const refused = refusalCodes.find((code) => code === detail.refused);
  const about = 'about' in detail && typeof detail.about === 'string' ? detail.about : null;
  return refused ? { refused, about } : null;
}
