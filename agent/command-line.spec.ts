import { parseCommandLine } from './command-line.js';

describe('The command line', () => {
  it('takes a link or none', () => {
    const link = 'https://help.example.org/i#abcdefgh';
    expect(parseCommandLine([link])).toEqual({ kind: 'help', link });
    expect(parseCommandLine([])).toEqual({ kind: 'help', link: null });
  });

  it('can register', () => {
    expect(parseCommandLine(['--register'])).toEqual({ kind: 'register' });
  });

  it('says its version and is done', () => {
    spyOn(process.stdout, 'write');
    expect(parseCommandLine(['--version'])).toEqual({ kind: 'said', exitCode: 0 });
  });

  it('does not guess at words that it does not know', () => {
    spyOn(process.stderr, 'write');
    expect(parseCommandLine(['--wat'])).toEqual({ kind: 'said', exitCode: 2 });
    expect(parseCommandLine(['one', 'two'])).toEqual({ kind: 'said', exitCode: 2 });
  });
});
