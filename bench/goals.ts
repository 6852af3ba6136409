import { consentUnderSchedules } from './consent/consent-under-schedules.js';
import { claimCost } from './commands/claim-cost.js';
import { creationCost } from './commands/creation-cost.js';
import { sessionsPerCpu } from './commands/sessions-per-cpu.js';
import { wakingCost } from './commands/waking-cost.js';
import { refusalCost } from './commands/refusal-cost.js';
import { requestsPerCpu } from './cpu/requests-per-cpu.js';
import { consoleBurden } from './console/console-burden.js';
import { evenAnswers } from './doors/even-answers.js';
import { guessesLetThrough } from './doors/guesses-let-through.js';
import { kills } from './faults/kills.js';
import { longSession } from './long-session.js';
import { lossOfRight } from './loss-of-right.js';
import type { Measurement } from './measurement.js';
import { clickOverPoorLine, clickToPicture } from './screen/click-to-picture.js';
import { policyGoal } from './policy-goal.js';
import { policySwap } from './policy-swap.js';
import { exactText } from './screen/exact-text.js';
import { helperBurden } from './screen/helper-burden.js';
import { lineBurden } from './screen/line-burden.js';
import { commitRate } from './push/commit-rate.js';
import { eventsPerCpu } from './push/events-per-cpu.js';
import { livePush } from './push/live-push.js';
import { reportCost } from './report-cost.js';
import { secondStart } from './second-start.js';
import { sessionHistory } from './session-history.js';
import { firstPage } from './queue/first-page.js';
import { slaGoal } from './sla-goal.js';
import { stepsOnTime } from './steps-on-time.js';

/** Every goal that `npm run bench` measures, in the order in which it does. */
export const goals: readonly Measurement[] = [
  sessionHistory,
  creationCost,
  claimCost,
  refusalCost,
  sessionsPerCpu,
  wakingCost,
  livePush,
  firstPage,
  commitRate,
  policyGoal,
  policySwap,
  requestsPerCpu,
  eventsPerCpu,
  clickToPicture,
  clickOverPoorLine,
  helperBurden,
  exactText,
  lineBurden,
  consoleBurden,
  slaGoal,
  reportCost,
  stepsOnTime,
  secondStart,
  lossOfRight,
  evenAnswers,
  guessesLetThrough,
  consentUnderSchedules,
  kills,
  longSession,
];
