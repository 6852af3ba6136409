import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stepRuleOf } from '../sla/step-key.js';
import { type ChannelRouting, openQueue, routingModes } from './channel-routing.js';
import { nextOffer, type Queued } from './next-offer.js';
import { readChannelRouting } from './read-channel-routing.js';
import { hindranceOf, type StaffMember } from './staff.js';

const now = 1_000_000;
const tier = (groups: readonly string[], waitSeconds = 60) => ({
  groups,
  technicians: [],
  waitSeconds,
});

const twoTiers: ChannelRouting = {
  ...openQueue,
  mode: 'least-busy',
  tiers: [tier(['mac-specialists']), tier(['level-2'])],
};

const queued: Queued = {
  queuedSince: now,
  tier: 0,
  declined: [],
  group: null,
  subject: 'Illustrator closes when I export',
  requester: { name: 'Noor', address: null, language: 'en', customer: null, department: null },
  system: 'macOS 15.1',
};

function member(key: string, changes: Partial<StaffMember> = {}): StaffMember {
  return {
    key,
    groups: ['mac-specialists'],
    mayClaim: true,
    disabled: false,
    available: true,
    present: true,
    capacity: 2,
    load: 0,
    skills: [],
    languages: [],
    lastTurnAt: null,
    ...changes,
  };
}

describe('The next offer', () => {
  const after = (seconds: number) => now + seconds * 1_000;

  it('goes to whoever is least busy, in the tier that is drawn in', () => {
    const staff = [
      member('greta', { load: 1 }),
      member('hugo'),
      member('elena', { groups: ['level-2'] }),
    ];
    const step = nextOffer(twoTiers, staff, queued, now);
    expect(step).toEqual(jasmine.objectContaining({ kind: 'offer', technician: 'hugo', tier: 0 }));
    expect(step.why.map(({ technician, reason }) => [technician, reason])).toEqual([
      ['greta', 'free'],
      ['hugo', 'chosen'],
    ]);
  });

  it('goes by skills and language first where the channel says so', () => {
    const routing = { ...twoTiers, mode: 'skills-least-busy' } as const;
    const staff = [
      member('greta', { skills: ['Illustrator'], languages: ['en-GB'], load: 1 }),
      member('hugo', { skills: ['Keynote'] }),
    ];
    const step = nextOffer(routing, staff, queued, now);
    expect(step).toEqual(jasmine.objectContaining({ kind: 'offer', technician: 'greta' }));
    expect(step.why[0]?.matches).toEqual(['Illustrator', 'en-GB']);
  });

  it('goes round where the channel says so', () => {
    const routing = { ...twoTiers, mode: 'round-robin' } as const;
    const staff = [
      member('greta', { lastTurnAt: 20 }),
      member('hugo', { lastTurnAt: 10, load: 1 }),
      member('davi', { lastTurnAt: 30 }),
    ];
    expect(nextOffer(routing, staff, queued, now)).toEqual(
      jasmine.objectContaining({ technician: 'hugo' }),
    );
  });

  it('skips the away, the absent, the full, the disabled and whoever may not claim', () => {
    const staff = [
      member('away', { available: false }),
      member('absent', { present: false }),
      member('full', { load: 2 }),
      member('disabled', { disabled: true }),
      member('stranger', { mayClaim: false }),
      member('said-no'),
    ];
    const step = nextOffer(twoTiers, staff, { ...queued, declined: ['said-no'] }, now);
    expect(step.kind).toBe('wait');
    expect(step.why.map(({ reason }) => reason)).toEqual([
      'away',
      'absent',
      'full',
      'disabled',
      'not-permitted',
      'declined',
    ]);
  });

  it('waits for the next tier’s time, and draws it in then', () => {
    const staff = [member('greta', { load: 2 }), member('elena', { groups: ['level-2'] })];
    expect(nextOffer(twoTiers, staff, queued, after(59))).toEqual(
      jasmine.objectContaining({ kind: 'wait', until: after(60) }),
    );
    expect(nextOffer(twoTiers, staff, queued, after(60))).toEqual(
      jasmine.objectContaining({ kind: 'draw', tier: 1 }),
    );
    expect(nextOffer(twoTiers, staff, { ...queued, tier: 1 }, after(60))).toEqual(
      jasmine.objectContaining({ kind: 'offer', technician: 'elena', tier: 1 }),
    );
  });

  it('does not wait where nobody drawn in can come free', () => {
    const staff = [member('greta', { available: false }), member('elena', { groups: ['level-2'] })];
    expect(nextOffer(twoTiers, staff, queued, now).kind).toBe('draw');
  });

  it('is none in an open queue, where only the tiers are drawn in', () => {
    const routing = { ...twoTiers, mode: 'open-queue' } as const;
    expect(nextOffer(routing, [member('greta')], queued, now)).toEqual(
      jasmine.objectContaining({ kind: 'wait', until: after(60) }),
    );
    expect(nextOffer(openQueue, [member('greta')], queued, now)).toEqual(
      jasmine.objectContaining({ kind: 'wait', until: null }),
    );
  });

  it('goes to the group that the session was handed to before all others', () => {
    const staff = [member('greta'), member('elena', { groups: ['level-2'], load: 1 })];
    expect(nextOffer(twoTiers, staff, { ...queued, group: 'level-2' }, now)).toEqual(
      jasmine.objectContaining({ kind: 'offer', technician: 'elena' }),
    );
  });

  it('is given up where nobody in the channel could ever take the session', () => {
    const staff = [member('greta', { mayClaim: false }), member('otto', { disabled: true })];
    expect(nextOffer(twoTiers, staff, queued, now).kind).toBe('leave');
    expect(nextOffer(twoTiers, [member('greta', { available: false })], queued, now).kind).not.toBe(
      'leave',
    );
  });
});

const someMember: fc.Arbitrary<StaffMember> = fc.record({
  key: fc.constantFrom('ana', 'bruno', 'carla', 'davi', 'elena', 'farid'),
  groups: fc.uniqueArray(fc.constantFrom('mac-specialists', 'level-2', 'night')),
  mayClaim: fc.boolean(),
  disabled: fc.boolean(),
  available: fc.boolean(),
  present: fc.boolean(),
  capacity: fc.integer({ min: 1, max: 3 }),
  load: fc.integer({ min: 0, max: 3 }),
  skills: fc.uniqueArray(fc.constantFrom('Illustrator', 'macOS', 'printers')),
  languages: fc.uniqueArray(fc.constantFrom('en', 'pt-BR')),
  lastTurnAt: fc.option(fc.integer({ min: 1, max: 100 })),
});
const someStaff = fc.uniqueArray(someMember, { selector: ({ key }) => key });
const someRouting = fc.record({
  mode: fc.constantFrom(...routingModes),
  offerSeconds: fc.constant(60),
  absentSeconds: fc.constant(300),
  tiers: fc.array(
    fc.record({
      groups: fc.uniqueArray(fc.constantFrom('mac-specialists', 'level-2', 'night')),
      technicians: fc.uniqueArray(fc.constantFrom('ana', 'bruno', 'carla')),
      waitSeconds: fc.integer({ min: 0, max: 100 }),
    }),
    { maxLength: 4 },
  ),
  escalation: fc.constant([]),
});

describe('Whoever is there and whatever the routing says', () => {
  it('nobody is asked who may not see the session, is away, full, switched off or said no', () => {
    fc.assert(
      fc.property(someRouting, someStaff, fc.nat(3), (routing, staff, drawn) => {
        const session = { ...queued, tier: drawn, declined: ['bruno'] };
        const step = nextOffer(routing, staff, session, now + 5_000);
        if (step.kind !== 'offer') return;
        const asked = staff.find(({ key }) => key === step.technician);
        assert.ok(asked);
        assert.equal(hindranceOf(asked, session.declined), null);
        assert.ok(step.tier <= drawn);
      }),
      { numRuns: 2_000 },
    );
  });

  it('asking ends: everybody is asked at most once, every tier is drawn in once, then it waits', () => {
    fc.assert(
      fc.property(someRouting, someStaff, (routing, staff) => {
        let session: Queued = queued;
        let at = now;
        const most = staff.length + routing.tiers.length + 2;
        const done: string[] = [];
        for (;;) {
          const step = nextOffer(routing, staff, session, at);
          if (step.kind === 'leave' || (step.kind === 'wait' && step.until === null)) break;
          done.push(step.kind === 'offer' ? step.technician : step.kind);
          if (step.kind === 'offer') {
            session = { ...session, declined: [...session.declined, step.technician] };
          } else if (step.kind === 'draw') session = { ...session, tier: step.tier };
          else at = step.until ?? at;
          assert.ok(done.filter((one) => one !== 'wait').length <= most, done.join());
        }
        assert.equal(new Set(session.declined).size, session.declined.length);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('A channel’s routing as a document', () => {
  const people = { groups: new Set(['mac-specialists']), technicians: new Set(['greta']) };
  const faultsOf = (document: unknown) => {
    const read = readChannelRouting(document, people);
    return read.ok ? [] : read.faults.map(({ path, message }) => `${path} ${message}`);
  };

  it('is read with what is usual where nothing is said', () => {
    expect(readChannelRouting({ mode: 'open-queue' }, people)).toEqual({
      ok: true,
      value: openQueue,
    });
  });

  it('has no rule that would be told as a step of a promise', () => {
    const named = (name: string) => ({
      mode: 'open-queue',
      escalation: [{ name, when: 'unclaimed', afterSeconds: 60 }],
    });
    const step = stepRuleOf({ clock: 'first-response', turn: 1, percent: 50 });
    expect(faultsOf(named(step))).toEqual([
      '/escalation/0/name is what the desk calls a step of a promise',
    ]);
    expect(faultsOf(named('sla: nobody took it'))).toEqual([]);
  });

  it('is refused with the place and the reason of every fault', () => {
    expect(faultsOf({ mode: 'random', colour: 1 })).toEqual([
      '/colour means nothing here (mode, offerSeconds, absentSeconds, tiers, escalation, remarks)',
      '/mode must be one of open-queue, least-busy, skills-least-busy, round-robin',
    ]);
    expect(faultsOf({ mode: 'least-busy', tiers: [{ waitSeconds: 5 }] })).toEqual([
      '/tiers/0 a tier needs a group or a technician',
    ]);
    expect(
      faultsOf({
        mode: 'least-busy',
        offerSeconds: 0,
        tiers: [{ groups: ['nobody'], technicians: ['greta'], waitSeconds: -1 }],
        escalation: [{ name: 'slow', when: 'tomorrow', afterSeconds: 1.5 }],
      }).map((fault) => fault.split(' ')[0]),
    ).toEqual([
      '/tiers/0/groups/0',
      '/tiers/0/waitSeconds',
      '/escalation/0/when',
      '/escalation/0/afterSeconds',
      '/offerSeconds',
    ]);
  });
});
