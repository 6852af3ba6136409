import type { Measurement } from './measurement.js';
import { policyGoal } from './policy-goal.js';
import { secondStart } from './second-start.js';
import { sessionHistory } from './session-history.js';

/** Every goal that `npm run bench` measures, in the order in which it does. */
export const goals: readonly Measurement[] = [sessionHistory, policyGoal, secondStart];
