import type { DeviceSession } from '../desk/shapes.js';
import { askedConsent, grantedConsent, sampleSession } from '../testing/sample.js';
import { afterSession } from './after-session.js';

const start = { session: null, choice: 'none', last: null, lapsesAt: null } as const;
const asked = sampleSession({ sequence: 4, consent: askedConsent(20_000) });
const refused: DeviceSession['consent'] = { status: 'refused', granted: [], question: null };
const active = sampleSession({ sequence: 5, state: 'active', consent: grantedConsent });

function after(...sessions: readonly DeviceSession[]): ReturnType<typeof afterSession> {
  return sessions.reduce<ReturnType<typeof afterSession>>(
    (before, session) => afterSession(before, session, 1_000),
    { ...start, trouble: null },
  );
}

describe('News of the session', () => {
  it('starts the countdown of a question by the time that the desk says is left', () => {
    expect(after(asked).lapsesAt).toBe(21_000);
  });

  it('never prolongs the countdown of the same question', () => {
    const later = afterSession(after(asked), { ...asked, sequence: 5 }, 9_000);
    expect(later.lapsesAt).toBe(21_000);
  });

  it('that is older than what is known changes nothing', () => {
    expect(after(active, asked).session).toBe(active);
  });

  it('calls an unanswered question lapsed, and a refused one refused', () => {
    const gone = sampleSession({ sequence: 5, consent: refused });
    expect(after(asked, gone).last).toBe('lapsed');
    expect(afterSession({ ...after(asked), last: 'refused' }, gone, 1_000).last).toBe('refused');
  });

  it('calls a question taken back by nobody’s name', () => {
    expect(after(asked, sampleSession({ sequence: 5 })).last).toBeNull();
  });

  it('lets a chosen screen go when nobody may see it any more', () => {
    const showing = { ...after(active), choice: 'showing' as const };
    const ended = afterSession(showing, sampleSession({ sequence: 6 }), 1_000);
    expect(ended.choice).toBe('none');
    expect(ended.last).toBe('let-go');
  });

  it('keeps the chosen screen while the question or the permission lasts', () => {
    const choosing = { ...after(asked), choice: 'answering' as const };
    expect(afterSession(choosing, active, 1_000).choice).toBe('answering');
  });

  it('remembers that it was the person who stopped', () => {
    const stopped = { ...after(active), last: 'stopped' as const };
    expect(afterSession(stopped, sampleSession({ sequence: 6 }), 1_000).last).toBe('stopped');
  });

  it('forgets what happened before when there is a new question', () => {
    const before = { ...start, session: sampleSession(), last: 'lapsed' as const };
    expect(afterSession(before, asked, 1_000).last).toBeNull();
  });
});
