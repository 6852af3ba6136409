import { stepRuleOf } from '../sla/step-key.js';
import type { SessionEvent } from '../session/events.js';
import { causeOf } from './notice-cause.js';

describe('Why somebody is told', () => {
  const raised = (more: { reason?: string; rule?: string }): SessionEvent => ({
    ...{ type: 'escalated', level: 2, reason: null, sequence: 3, at: 0 },
    by: { kind: 'desk', rule: 'a rule' },
    ...more,
  });

  it('is the person who raised it, with their reason where they gave one', () => {
    const byPerson = { by: 'person', level: 2, reason: null } as const;
    expect(causeOf('escalated', raised({}))).toEqual(byPerson);
    expect(causeOf('escalated', raised({ reason: 'Too hard' }))).toEqual({
      ...byPerson,
      reason: 'Too hard',
    });
  });

  it('is a rule by its name', () => {
    for (const rule of ['Nobody took it', 'sla:', 'sla:a#b@c'])
      expect(causeOf('escalated', raised({ rule }))).toEqual({ by: 'rule', level: 2, rule });
  });

  it('is the promise whose share is used up, whatever its clock is called', () => {
    const share = { clock: 'call-back#2', percent: 80 };
    const step = { ...share, turn: 3 };
    expect(causeOf('escalated', raised({ rule: stepRuleOf(step) }))).toEqual({
      ...{ by: 'promise', level: 2 },
      ...share,
    });
    const told: SessionEvent = {
      ...{ type: 'sla-step', action: 'notify', dueAt: 1, sequence: 3, at: 0 },
      ...step,
      by: { kind: 'desk', rule: 'sla' },
    };
    expect(causeOf('sla', told)).toEqual({ by: 'promise', level: null, ...share });
  });

  it('is said by the kind alone where there is nothing more to say', () => {
    expect(causeOf('new-work', raised({ reason: 'Too hard' }))).toBeNull();
    expect(causeOf('sla', raised({ reason: 'Too hard' }))).toBeNull();
  });
});
