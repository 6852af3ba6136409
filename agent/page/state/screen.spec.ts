import { askedConsent, grantedConsent, sampleSession, sampleVisit } from '../testing/sample.js';
import { screenOf } from './screen.js';

const nothing = {
  visit: null,
  trouble: null,
  way: 'undecided',
  session: null,
  choice: 'none',
  last: null,
} as const;

describe('The screen before joining', () => {
  it('opens until the desk has told what the link is about', () => {
    expect(screenOf(nothing)).toBe('opening');
    expect(screenOf({ ...nothing, visit: sampleVisit() })).toBe('invitation');
  });

  it('follows the way that was chosen', () => {
    const visited = { ...nothing, visit: sampleVisit() };
    expect(screenOf({ ...visited, way: 'helper' })).toBe('helper');
    expect(screenOf({ ...visited, way: 'browser' })).toBe('joining');
  });

  it('tells of trouble before all else', () => {
    expect(screenOf({ ...nothing, visit: sampleVisit(), trouble: 'expired' })).toBe('trouble');
  });
});

describe('The screen of a session', () => {
  const asked = { ...nothing, session: sampleSession({ consent: askedConsent() }) };
  const allowed = {
    ...nothing,
    session: sampleSession({ state: 'active', consent: grantedConsent }),
  };

  it('waits until there is a question', () => {
    expect(screenOf({ ...nothing, session: sampleSession() })).toBe('waiting');
    expect(screenOf(asked)).toBe('question');
  });

  it('stays with the choice until the desk knows of the yes', () => {
    expect(screenOf({ ...asked, choice: 'choosing' })).toBe('choosing');
    expect(screenOf({ ...asked, choice: 'answering' })).toBe('choosing');
  });

  it('shows only while a screen is chosen here', () => {
    expect(screenOf({ ...allowed, choice: 'showing' })).toBe('showing');
    expect(screenOf(allowed)).toBe('show-again');
    expect(screenOf({ ...allowed, choice: 'choosing' })).toBe('choosing');
  });

  it('counts a stop at once, before the desk has heard of it', () => {
    expect(screenOf({ ...allowed, last: 'stopped' })).toBe('waiting');
  });

  it('ends with a goodbye, however it ended', () => {
    for (const state of ['closed', 'expired'] as const) {
      const ended = { ...allowed, session: sampleSession({ state }), choice: 'showing' as const };
      expect(screenOf(ended)).withContext(state).toBe('goodbye');
    }
  });
});
