import { TestBed } from '@angular/core/testing';
import { openConsole } from '../../testing/open-console.js';
import { ReportWords } from './report-words.js';

describe('a part of a report', () => {
  const alike = { north: 'Front desk', south: 'Front desk', back: 'Back office' };
  const names = { channel: {}, group: alike, technician: {}, customer: {} };

  it('is called as it was at the cut-off, with its key where another was called the same', async () => {
    await openConsole('/queue/mine');
    const { part } = TestBed.inject(ReportWords);
    expect(part({ names }, 'group', 'back')).toBe('Back office');
    expect(part({ names }, 'group', 'north')).toBe('Front desk (north)');
  });

  it('is called by its key where it has no name, whatever the key is', async () => {
    await openConsole('/queue/mine');
    const { part } = TestBed.inject(ReportWords);
    for (const key of ['elsewhere', 'constructor', '__proto__'])
      expect(part({ names }, 'customer', key)).toBe(key);
  });
});
