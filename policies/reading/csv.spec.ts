import fc from 'fast-check';
import { csvLine, readCsv } from './csv.js';

const read = (text: string) => readCsv('q.csv', text, [['a', 'b']]);

describe('A table of comma separated values', () => {
  it('keeps the line of each record, past comments and empty lines', () => {
    const { rows, faults } = read('# for\na,b\n\n1,2\r\n# more\n"x, ""y""",z\n');
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { line: 4, fields: ['1', '2'] },
      { line: 6, fields: ['x, "y"', 'z'] },
    ]);
  });

  it('is refused as a whole when its header is another one', () => {
    const { rows, faults } = read('\na,c\n1,2\n');
    expect(rows).toEqual([]);
    expect(faults).toEqual([{ file: 'q.csv', line: 2, message: 'the header line must be "a,b"' }]);
  });

  it('is refused when it is empty', () => {
    expect(read('').faults).toEqual([
      { file: 'q.csv', line: 1, message: 'the header line must be "a,b"' },
    ]);
  });

  it('names the line of a record with too few or too many fields, or with a stray quote', () => {
    expect(read('a,b\n1\n1,2,3\n1,"2\n1,2"\n').faults).toEqual([
      { file: 'q.csv', line: 4, message: 'a double quote is out of place' },
      { file: 'q.csv', line: 5, message: 'a double quote is out of place' },
      { file: 'q.csv', line: 2, message: '2 fields expected (a,b), 1 found' },
      { file: 'q.csv', line: 3, message: '2 fields expected (a,b), 3 found' },
    ]);
  });

  it('takes blanks around a field away, but not those that stand in quotes', () => {
    expect(read('a , b\n x,\t" y "\n').faults.length).toBe(1);
    expect(read('a , b\n x," y "\n').rows).toEqual([{ line: 2, fields: ['x', ' y '] }]);
  });

  it('reads back whatever it writes on one line', () => {
    const field = fc.string({ minLength: 1 }).filter((text) => /^[^\r\n]+$/.test(text));
    fc.assert(
      fc.property(field, field, (a, b) => {
        expect(read(`a,b\n${csvLine([a, b])}\n`).rows).toEqual([{ line: 2, fields: [a, b] }]);
      }),
    );
  });
});
