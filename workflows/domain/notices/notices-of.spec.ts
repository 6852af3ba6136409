import { record } from '../session/record.js';
import { fold } from '../session/evolve.js';
import type { SessionFact } from '../session/events.js';
import type { Actor } from '../session/vocabulary.js';
import { judge } from '../session/judge.js';
import { isRefusal } from '../session/decision.js';
import { requestOf, technician } from '../../support-session/commands-testing.js';
import { type ChannelRouting, openQueue } from '../routing/channel-routing.js';
import type { Audience } from './audience.js';
import { noticesOf } from './notices-of.js';

describe('Notices', () => {
  const tiers = [
    { groups: ['level-1'], technicians: [], waitSeconds: 60 },
    { groups: ['level-2'], technicians: ['ana'], waitSeconds: 60 },
  ];
  const inGroup = (group: string, ...keys: string[]) =>
    keys.map((key) => ({ key, groups: [group] }));
  const audience: Audience = {
    managers: ['julia', 'ana'],
    routing: { ...openQueue, tiers },
    people: [
      ...inGroup('level-1', 'ana', 'bruno', 'carla', 'ivan'),
      ...inGroup('level-2', 'elena', 'farid'),
      ...inGroup('level-3', 'greta'),
    ],
    mayClaim: (technician) => technician !== 'ivan',
  };
  const id = crypto.randomUUID();
  const now = 1_000;
  const routing: Actor = { kind: 'desk', rule: 'routing' };

  function told(
    fact: SessionFact | null,
    by: Actor,
    assignee: string | null,
    changes: Partial<ChannelRouting> = {},
  ) {
    const request = requestOf(id, { assignee });
    const begun = judge(null, request, { actor: technician('ana'), now });
    if (isRefusal(begun)) throw new Error(begun.refused);
    const events = fact ? record([fact], begun.length, { actor: by, now }) : begun;
    const session = fold(fold(null, begun), fact ? events : []);
    const [event] = events;
    if (!session || !event) throw new Error('Nothing happened.');
    const audienceOf = () => ({ ...audience, routing: { ...audience.routing, ...changes } });
    return noticesOf(session, event, audienceOf).map(
      ({ technician: key, kind }) => `${key}: ${kind}`,
    );
  }

  it('tell nobody of what they did themselves', () => {
    expect(told(null, technician('ana'), 'ana')).toEqual([]);
  });

  it('tell the first tier of new work, but not who brought it and nobody who may not take it', () => {
    expect(told(null, technician('ana'), null)).toEqual(['bruno: new-work', 'carla: new-work']);
  });

  it('tell everybody who may take it of new work where a channel has no tiers', () => {
    expect(told(null, technician('ana'), null, { tiers: [] })).toEqual([
      ...['bruno: new-work', 'carla: new-work', 'elena: new-work', 'farid: new-work'],
      'greta: new-work',
    ]);
  });

  it('tell nobody of new work where the desk asks one after the other', () => {
    expect(told(null, technician('ana'), null, { mode: 'least-busy' })).toEqual([]);
    expect(told({ type: 'tier-drawn', tier: 1 }, routing, null, { mode: 'round-robin' })).toEqual(
      [],
    );
  });

  it('tell a tier that is drawn in, and not those once more who have heard of it', () => {
    expect(told({ type: 'tier-drawn', tier: 1 }, routing, null)).toEqual([
      'elena: new-work',
      'farid: new-work',
    ]);
  });

  it('tell of a warm hand-over only who could accept it', () => {
    const offered = { type: 'transfer-offered', channel: 'finance', note: null } as const;
    const to = { kind: 'group', key: 'level-1' } as const;
    const warm = { ...offered, to, warm: true, until: now + 60_000 };
    expect(told(warm, technician('ana'), 'ana')).toEqual([
      'bruno: transfer-offered',
      'carla: transfer-offered',
    ]);
    expect(told({ ...warm, warm: false }, technician('ana'), 'ana')).toEqual([]);
  });

  it('tell whoever gets a session that it is theirs', () => {
    const moved = { channel: 'general', assignee: 'elena', note: null } as const;
    expect(told({ type: 'transferred', ...moved }, technician('ana'), 'ana')).toEqual([
      'elena: assigned',
    ]);
  });

  it('tell an offer to the one person to whom it is made', () => {
    const offer = { technician: 'bruno', tier: 0, until: now + 30_000 };
    expect(told({ type: 'offered', ...offer }, routing, null)).toEqual(['bruno: offered']);
  });

  it('tell an escalation to the managers and the assignee, each once', () => {
    const raised = { level: 2, reason: null } as const;
    const desk: Actor = { kind: 'desk', rule: 'escalation' };
    expect(told({ type: 'escalated', ...raised }, desk, 'ana')).toEqual([
      'ana: escalated',
      'julia: escalated',
    ]);
  });

  it('tell an escalation of what is nobody’s to the managers, and to the tier that it draws in', () => {
    const raised = { level: 2, reason: null } as const;
    expect(told({ type: 'escalated', ...raised }, routing, null)).toEqual([
      ...['julia: escalated', 'ana: escalated', 'elena: new-work', 'farid: new-work'],
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
