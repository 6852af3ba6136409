import { beginningOf } from './beginning-of-text.js';

describe('The beginning of a text', () => {
  it('is the whole text where it fits', () => {
    expect(beginningOf('No sound', 8)).toBe('No sound');
  });

  it('ends where there is no more room, and says so', () => {
    expect(beginningOf('No sound', 7)).toBe('No soun…');
  });

  it('never ends in half of a sign', () => {
    expect(beginningOf('No 👋 sound', 4)).toBe('No …');
    expect(beginningOf('No 👋 sound', 5)).toBe('No 👋…');
  });
});
