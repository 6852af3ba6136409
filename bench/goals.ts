import type { Measurement } from './measurement.js';
import { policyGoal } from './policy-goal.js';

/** Every goal that `npm run bench` measures, in the order in which it does. */
export const goals: readonly Measurement[] = [policyGoal];
