import type { Grant } from '../../workflows/contract.js';
import type { StaffCaller } from '../callers.js';

/** A decision of the policy that let somebody do something, to go along with the command. */
export interface Permit {
  readonly caller: StaffCaller;
  readonly channel: string;
  readonly grant: Grant;
}
