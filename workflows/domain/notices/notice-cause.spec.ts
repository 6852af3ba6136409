import { stepRuleOf } from '../sla/step-key.js';
import type { SessionEvent } from '../session/events.js';
import { causeOf } from './notice-cause.js';

describe('Why somebody is told', () => {
  const raised = (more: { reason?: string; rule?: string }): SessionEvent => ({
    ...{ type: 'escalated', level: 2, reason: null, sequence: 3, at: 0 },
    by: { kind: 'desk', rule: 'a rule' },
    ...more,
  });

  it('is the reason that a person gave, or the rule by its name', () => {
    const nothing = { level: 2, reason: null, rule: null, promise: null };
    expect(causeOf('escalated', raised({}))).toEqual(nothing);
    expect(causeOf('escalated', raised({ reason: 'Too hard' }))).toEqual({
      ...nothing,
      reason: 'Too hard',
    });
    for (const rule of ['Nobody took it', 'sla:', 'sla:a#b@c']) {
      expect(causeOf('escalated', raised({ rule }))).toEqual({ ...nothing, rule });
    }
  });

  it('is the promise whose share is used up, whatever its clock is called', () => {
    const step = { clock: 'call-back#2', turn: 3, percent: 80 };
    const promise = { clock: 'call-back#2', percent: 80 };
    const expected = { level: 2, reason: null, rule: null, promise };
    expect(causeOf('escalated', raised({ rule: stepRuleOf(step) }))).toEqual(expected);
  });

  it('is said by the kind alone where there is nothing more to say', () => {
    expect(causeOf('new-work', raised({ reason: 'Too hard' }))).toBeNull();
  });
});
