import { record } from '../session/record.js';
import { fold } from '../session/evolve.js';
import type { SessionFact } from '../session/events.js';
import type { Actor } from '../session/vocabulary.js';
import { judge } from '../session/judge.js';
import { isRefusal } from '../session/decision.js';
import { requestOf, technician } from '../../support-session/commands-testing.js';
import { type Audience, noticesOf } from './notices-of.js';

describe('Notices', () => {
  const audience: Audience = {
    managers: ['julia', 'ana'],
    queue: ['ana', 'bruno', 'carla'],
    membersOf: (group) => (group === 'level-2' ? ['elena', 'farid'] : []),
  };
  const id = crypto.randomUUID();
  const now = 1_000;

  function told(fact: SessionFact | null, by: Actor, assignee: string | null) {
    const request = requestOf(id, { assignee });
    const begun = judge(null, request, { actor: technician('ana'), now });
    if (isRefusal(begun)) throw new Error(begun.refused);
    const events = fact ? record([fact], begun.length, { actor: by, now }) : begun;
    const session = fold(fold(null, begun), fact ? events : []);
    const [event] = events;
    if (!session || !event) throw new Error('Nothing happened.');
    return noticesOf(session, event, audience).map(
      ({ technician: key, kind }) => `${key}: ${kind}`,
    );
  }

  it('tell nobody of what they did themselves', () => {
    expect(told(null, technician('ana'), 'ana')).toEqual([]);
  });

  it('tell the channel of new work, but not who brought it', () => {
    expect(told(null, technician('ana'), null)).toEqual(['bruno: new-work', 'carla: new-work']);
  });

  it('tell whoever gets a session that it is theirs', () => {
    const moved = { channel: 'general', assignee: 'elena', note: null } as const;
    expect(told({ type: 'transferred', ...moved }, technician('ana'), 'ana')).toEqual([
      'elena: assigned',
    ]);
  });

  it('tell an offer to the one person to whom it is made', () => {
    const desk: Actor = { kind: 'desk', rule: 'routing' };
    const offer = { technician: 'bruno', tier: 0, until: now + 30_000 };
    expect(told({ type: 'offered', ...offer }, desk, null)).toEqual(['bruno: offered']);
  });

  it('tell an escalation to the managers and the assignee, each once', () => {
    const raised = { level: 2, reason: null } as const;
    const desk: Actor = { kind: 'desk', rule: 'escalation' };
    expect(told({ type: 'escalated', ...raised }, desk, 'ana')).toEqual([
      'ana: escalated',
      'julia: escalated',
    ]);
  });

  it('tell a step of a promise to whoever answers for it and to the managers', () => {
    const step = {
      clock: 'resolution',
      turn: 1,
      percent: 80,
      dueAt: now + 1,
      action: 'notify',
    } as const;
    const desk: Actor = { kind: 'desk', rule: 'sla' };
    expect(told({ type: 'sla-step', ...step }, desk, 'bruno')).toEqual([
      'bruno: sla',
      'julia: sla',
      'ana: sla',
    ]);
  });

  it('tell the assignee that the invited person came or wrote', () => {
    const joined = { type: 'device-joined', deviceId: id, kind: 'helper' } as const;
    expect(told(joined, { kind: 'user' }, 'ana')).toEqual(['ana: user-arrived']);
    expect(told({ type: 'user-wrote' }, { kind: 'user' }, 'ana')).toEqual(['ana: user-wrote']);
  });

  it('say nothing of what only the record needs', () => {
    expect(told({ type: 'link-opened' }, { kind: 'user' }, 'ana')).toEqual([]);
  });
});
