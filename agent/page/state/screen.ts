import type { DeviceSession } from '../desk/shapes.js';
import type { Model } from './model.js';

/** The one thing that the page shows. */
export type ScreenName =
  | 'opening'
  | 'trouble'
  | 'invitation'
  | 'helper'
  | 'joining'
  | 'waiting'
  | 'question'
  | 'choosing'
  | 'showing'
  | 'show-again'
  | 'goodbye';

type What = Pick<Model, 'visit' | 'trouble' | 'way' | 'session' | 'choice'>;

/** Which screen fits what is known. */
export function screenOf({ visit, trouble, way, session, choice }: What): ScreenName {
  if (session) return screenOfSession(session, choice);
  if (trouble) return 'trouble';
  if (way === 'browser') return 'joining';
  if (!visit) return 'opening';
  return way === 'helper' ? 'helper' : 'invitation';
}

function screenOfSession(session: DeviceSession, choice: Model['choice']): ScreenName {
  if (hasEnded(session)) return 'goodbye';
  if (session.consent.granted.includes('view')) {
    return choice === 'showing' || choice === 'answering' ? 'showing' : seenElsewhere(choice);
  }
  if (!session.consent.question) return 'waiting';
  return choice === 'choosing' || choice === 'answering' ? 'choosing' : 'question';
}

/** The view is allowed but no screen is chosen here, as after a reload. */
function seenElsewhere(choice: Model['choice']): ScreenName {
  return choice === 'choosing' ? 'choosing' : 'show-again';
}

/** Whether the session is over for good. */
export function hasEnded({ state }: Pick<DeviceSession, 'state'>): boolean {
  return state === 'closed' || state === 'expired';
}

/** Whether the technician may see the screen now, as the desk has it. */
export function mayBeSeen(session: DeviceSession | null): boolean {
  return session !== null && !hasEnded(session) && session.consent.granted.includes('view');
}
