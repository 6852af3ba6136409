import { troubleOf } from './link-trouble.js';

describe('A problem with a link', () => {
  it('has its own trouble for each thing that the desk tells apart', () => {
    const troubles = [
      'link-expired',
      'link-withdrawn',
      'link-used-by-another-device',
      'session-closed',
      'link-unknown',
    ].map(troubleOf);
    expect(troubles).toEqual(['expired', 'withdrawn', 'used-elsewhere', 'closed', 'unknown']);
  });

  it('that nobody foresaw reads as an unknown link', () => {
    expect(troubleOf('something-new')).toBe('unknown');
    expect(troubleOf('constructor')).toBe('unknown');
  });
});
