import fc from 'fast-check';
import { checkDigitOf, isComplete } from './check-digit.js';
import { codeFrom, codeSpace, inThrees, readCode } from './code.js';

const digits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const codes = fc.integer({ min: 0, max: codeSpace - 1 }).map(codeFrom);

describe('A nine-digit code', () => {
  it('is a different one for each number, and complete', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: codeSpace - 1 }), (number) => {
        const code = codeFrom(number);
        return /^[0-9]{9}$/.test(code) && Number(code.slice(0, 8)) === number && isComplete(code);
      }),
    );
  });

  it('agrees with the published example of the check digit', () => {
    expect(checkDigitOf('572')).toBe('4');
  });

  it('is never another code after one wrong digit, wherever it stands', () => {
    fc.assert(
      fc.property(codes, fc.nat(8), fc.constantFrom(...digits), (code, at, digit) => {
        const wrong = code.slice(0, at) + digit + code.slice(at + 1);
        return wrong === code || !isComplete(wrong);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is never another code after two neighbours changed places', () => {
    fc.assert(
      fc.property(codes, fc.nat(7), (code, at) => {
        const [one, other] = [code.charAt(at), code.charAt(at + 1)];
        const wrong = code.slice(0, at) + other + one + code.slice(at + 2);
        return wrong === code || !isComplete(wrong);
      }),
      { numRuns: 5_000 },
    );
  });

  it('finds one wrong digit in every row and column, which makes the two above more than luck', () => {
    for (const before of digits) {
      const after = digits.map((digit) => checkDigitOf(before + digit));
      expect(new Set(after).size).toBe(10);
    }
  });

  it('is read however it is spaced', () => {
    const code = codeFrom(12_345_678);
    const spaced = [code, inThrees(code), ` ${code.slice(0, 3)}-${code.slice(3)} \n`];
    const narrow = `${code.slice(0, 3)}\u202f${code.slice(3, 6)}\u00a0${code.slice(6)}`;
    for (const typed of [...spaced, narrow]) expect(readCode(typed)).toEqual({ code });
  });

  it('is shown in threes', () => {
    expect(inThrees('123456789')).toBe('123 456 789');
  });

  it('says what is wrong with a text that is none', () => {
    const code = codeFrom(0);
    for (const typed of ['', '12345678', '1234567890', '12345678a', '１２３４５６７８９']) {
      expect(readCode(typed)).toEqual({ fault: 'not-nine-digits' });
    }
    expect(readCode(`${code.slice(0, 8)}1`)).toEqual({ fault: 'wrong-digit' });
  });
});
