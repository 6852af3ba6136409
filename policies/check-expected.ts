import { createAuthorizer } from './authorize.js';
import type { Fault } from './fault.js';
import type { PolicySet } from './policy-set.js';

/** Asks a policy everything that is expected of it; each wrong answer is a fault on its line. */
export async function checkExpected(policy: PolicySet): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { file, organisation, questions } of policy.expected) {
    const authorizer = await createAuthorizer(policy, organisation);
    for (const { question, answer, line } of questions) {
      const decision = authorizer.decide(question);
      const given = decision.allowed ? 'allow' : 'deny';
      if (given === answer) continue;
      const { technician, channel, action, relation } = question;
      const why = decision.rule ?? (decision.allowed ? '' : decision.reason);
      const asked = `${technician} ${action} (${relation}) in ${channel}`;
      faults.push({ file, line, message: `${asked}: ${answer} expected, ${given} given (${why})` });
    }
  }
  return faults;
}
