import fc from 'fast-check';
import type { SessionFact } from '../session/events.js';
import { handlingOf } from './handling.js';
import { eventsOf, minute, type Told } from './told-testing.js';

const minutes = (count: number): number => count * 60_000;
const held: SessionFact = { type: 'held', reason: 'waiting-user' };
const closed: SessionFact = { type: 'closed', outcome: 'solved', remark: null };

describe('Handling', () => {
  const handled = (told: Told, until: number, assignee: string | null = 'ana') =>
    handlingOf(eventsOf(told, assignee), minute(until));

  it('counts for whoever has the session, from the request on', () => {
    expect(handled([], 10)).toEqual({ handlingMs: { ana: minutes(10) }, holdMs: {} });
  });

  it('counts for nobody while nobody has it', () => {
    const told: Told = [[4, { type: 'claimed', technician: 'bruno' }]];
    expect(handled(told, 10, null).handlingMs).toEqual({ bruno: minutes(6) });
  });

  it('goes over with a transfer and with a take-over', () => {
    const told: Told = [
      [3, { type: 'transferred', channel: 'finance', assignee: 'bruno', note: null }],
      [5, { type: 'taken-over', technician: 'ana', from: 'bruno' }],
    ];
    const { handlingMs } = handled(told, 9);
    expect(handlingMs).toEqual({ ana: minutes(7), bruno: minutes(2) });
  });

  it('leaves out holds, which count by their reason', () => {
    const told: Told = [
      [2, held],
      [5, { type: 'resumed' }],
      [6, { type: 'held', reason: 'scheduled' }],
      [7, held],
    ];
    expect(handled(told, 10)).toEqual({
      handlingMs: { ana: minutes(3) },
      holdMs: { scheduled: minutes(1), 'waiting-user': minutes(6) },
    });
  });

  it('ends a hold with the closing, and goes on without it when the session is reopened', () => {
    const told: Told = [
      [2, held],
      [3, closed],
      [60, { type: 'reopened' }],
    ];
    expect(handled(told, 64)).toEqual({
      handlingMs: { ana: minutes(6) },
      holdMs: { 'waiting-user': minutes(1) },
    });
  });

  it('stops where nobody came', () => {
    expect(handled([[8, { type: 'expired' }]], 30).handlingMs).toEqual({ ana: minutes(8) });
    expect(handled([[1, { type: 'abandoned' }]], 30).handlingMs).toEqual({ ana: minutes(1) });
  });

  it('shares out all the time for which somebody’s session was open, and no more', () => {
    const facts = fc.constantFrom<SessionFact>(
      held,
      { type: 'held', reason: 'scheduled' },
      { type: 'resumed' },
      { type: 'claimed', technician: 'bruno' },
      { type: 'user-wrote' },
    );
    const steps = fc.array(fc.tuple(fc.nat(30), facts), { maxLength: 12 });
    fc.assert(
      fc.property(steps, (found) => {
        const told = found.toSorted(([one], [other]) => one - other);
        const { handlingMs, holdMs } = handled(told, 40);
        const all = [...Object.values(handlingMs), ...Object.values(holdMs)];
        expect(all.reduce((sum, ms) => sum + ms, 0)).toBe(minutes(40));
      }),
    );
  });
});
