import type { Proof } from '../../activities/audit/bundle.js';
import type { components } from '../generated/openapi.js';

/** The contract's lists can be written to, and the proof's cannot: one copy is made of all. */
export function plainProof(proof: Proof): components['schemas']['AuditProof'] {
  return structuredClone(proof) as unknown as components['schemas']['AuditProof'];
}
