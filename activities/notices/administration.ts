import type { Grant } from '../../workflows/contract.js';

/** Who administers, and under which grant. */
export interface Administration {
  readonly technician: string;
  readonly grant: Grant;
}
