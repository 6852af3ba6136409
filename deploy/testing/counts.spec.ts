import { countsOf } from './console-suite.js';
import { parseCounts, sum } from './counts.js';

describe('Counting specs', () => {
  it('adds suites up', () => {
    const all = [
      { passed: 3, failed: 0 },
      { passed: 1, failed: 2 },
    ];
    expect(sum(all)).toEqual({ passed: 4, failed: 2 });
  });

  it('takes nothing for counts that is none', () => {
    expect(parseCounts('{"passed":1}')).toBeUndefined();
    expect(parseCounts('null')).toBeUndefined();
  });

  it('reads the last line of a console run', () => {
    const output =
      'Executed 1 of 12 SUCCESS\nExecuted 12 of 12\u001b[31m (2 FAILED)\u001b[39m (1.2 secs)';
    expect(countsOf(output, false)).toEqual({ passed: 10, failed: 2 });
  });

  it('counts a console run that crashed or ran nothing as a failure', () => {
    expect(countsOf('Error: no browser', false)).toEqual({ passed: 0, failed: 1 });
    expect(countsOf('Executed 0 of 0', true)).toEqual({ passed: 0, failed: 1 });
    expect(countsOf('Executed 4 of 4 SUCCESS', false)).toEqual({ passed: 4, failed: 1 });
  });
});
