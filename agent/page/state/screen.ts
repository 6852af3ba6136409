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

type What = Pick<Model, 'visit' | 'trouble' | 'way' | 'session' | 'choice' | 'last'>;

/** Which screen fits what is known. */
export function screenOf(what: What): ScreenName {
  return what.session ? screenOfSession(what.session, what) : screenBefore(what);
}

function screenBefore({ visit, trouble, way }: What): ScreenName {
  if (trouble) return 'trouble';
  if (way === 'browser') return 'joining';
  if (!visit) return 'opening';
  return way === 'helper' ? 'helper' : 'invitation';
}

type Here = Pick<Model, 'choice' | 'last'>;

function screenOfSession(session: DeviceSession, here: Here): ScreenName {
  if (hasEnded(session)) return 'goodbye';
  if (mayBeSeen(session)) return screenWhileAllowed(here);
  if (!session.consent.question) return 'waiting';
  return here.choice === 'none' ? 'question' : 'choosing';
}

function screenWhileAllowed({ choice, last }: Here): ScreenName {
  if (choice === 'choosing') return 'choosing';
  if (choice !== 'none') return 'showing';
  // The person's stop counts here at once, even while the desk has yet to hear of it.
  return last === 'stopped' ? 'waiting' : 'show-again';
}

/** Whether the session is over for good. */
export function hasEnded({ state }: Pick<DeviceSession, 'state'>): boolean {
  return state === 'closed' || state === 'expired';
}

/** Whether the technician may see the screen now, as the desk has it. */
export function mayBeSeen(session: DeviceSession | null): boolean {
  return session !== null && !hasEnded(session) && session.consent.granted.includes('view');
}
