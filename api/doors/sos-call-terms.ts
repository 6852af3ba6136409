import { SosCallNameTaken, type SosCallTerms } from '../../activities/doors/sos-call-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import { faultsOfForm } from '../../workflows/domain/sos/form.js';
import type { components } from '../generated/openapi.js';
import { inBody } from '../problems/in-body.js';
import { ProblemError } from '../problems/problem-error.js';
import { refusedAt } from '../problems/refused-at.js';
import { canServe } from '../../policies/transfer-target.js';
import { nameAsKept } from '../../workflows/domain/visible-name.js';

/** What a manager wrote, as it can be kept; throws where the form or the technician cannot be. */
export function sosCallTerms(
  written: components['schemas']['SosCallTerms'],
  channel: string,
  authorizer: Authorizer,
): SosCallTerms {
  const { name, description, fields, listed } = written;
  const technician = written.technician ?? null;
  const faults = faultsOfForm(fields);
  if (faults.length > 0) throw new ProblemError('sos-form-wrong', { errors: inBody(faults) });
  if (technician !== null && !canServe(authorizer, technician, channel)) {
    throw refusedAt('/body/technician', 'technician-not-of-channel', technician);
  }
  return {
    name: nameAsKept(name),
    description: description?.trim() ?? null,
    technician,
    fields,
    listed,
  };
}

/** Rethrows what a store says of a name in the words of a problem. */
export function asNameProblem(error: unknown): never {
  if (!(error instanceof SosCallNameTaken)) throw error;
  const { message: detail, other } = error;
  throw new ProblemError('sos-call-name-taken', { detail, other });
}
