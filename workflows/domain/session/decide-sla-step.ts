import type { DueStep } from '../sla/clock.js';
import { stepKeyOf, stepRuleOf } from '../sla/step-key.js';
import { endQuestion } from './decision.js';
import type { SessionFact } from './events.js';
import type { Session } from './session.js';
import { topLevel } from './vocabulary.js';

/** What the desk does when a share of a promise is used up; nothing when that step was taken before. */
export function decideSlaStep(session: Session, step: DueStep): readonly SessionFact[] {
  if (session.slaSteps.includes(stepKeyOf(step))) return [];
  const { clock, turn, percent, action, at } = step;
  return [
    { type: 'sla-step', clock, turn, percent, dueAt: at, action },
    ...consequences(session, step),
  ];
}

function consequences(session: Session, step: DueStep): readonly SessionFact[] {
  switch (step.action) {
    case 'notify':
      return [];
    case 'raise':
      return raised(session, step);
    case 're-route':
      return rerouted(session, step);
  }
}

function raised({ level }: Session, step: DueStep): readonly SessionFact[] {
  if (level >= topLevel) return [];
  return [{ type: 'escalated', level: level + 1, reason: null, rule: stepRuleOf(step) }];
}

/** Back to a queue, for somebody else; whoever is looking at the screen just now is left to it. */
function rerouted(session: Session, { channel }: DueStep): readonly SessionFact[] {
  const to = channel ?? session.channel;
  const isThere = to === session.channel && session.assignee === null;
  if (session.state === 'active' || isThere) return [];
  const moved: SessionFact = { type: 'transferred', channel: to, assignee: null, note: null };
  return [...endQuestion(session, 'called-off'), moved];
}
