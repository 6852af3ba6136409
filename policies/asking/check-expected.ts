import { createAuthorizer } from '../authorize.js';
import type { Fault } from '../reading/fault.js';
import { modelFile } from '../reading/policy-files.js';
import type { PolicySet } from '../policy-set.js';
import { matcherLine } from '../reading/read-model.js';

/** Asks a policy everything that is expected of it; each wrong answer is a fault on its line. */
export async function checkExpected(policy: PolicySet): Promise<Fault[]> {
  const unusable = await modelFault(policy);
  return unusable === null ? askExpected(policy) : [unusable];
}

/** Whether Casbin can decide by the model at all: it reads the matcher only when it is asked. */
async function modelFault(policy: PolicySet): Promise<Fault | null> {
  try {
    const technicians = [{ key: 'anybody', name: null, disabled: false }];
    const nobody = { channels: [], groups: [], technicians, roles: [], switches: [] };
    const authorizer = await createAuthorizer(policy, nobody);
    authorizer.abilities('anybody', '*', 'own');
    return null;
  } catch (error) {
    // Casbin's own words, for whoever wrote the model.
    const message = error instanceof Error ? error.message : 'Casbin cannot read it';
    return { file: modelFile, line: matcherLine(policy.model), message };
  }
}

async function askExpected(policy: PolicySet): Promise<Fault[]> {
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
