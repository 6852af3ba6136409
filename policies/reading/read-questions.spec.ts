import { faultLine } from './fault.js';
import { readQuestions } from './read-questions.js';

const header = 'technician,channel,action,relation';
const faultsOf = (...rows: string[]) => {
  const read = readQuestions('q.csv', [header, ...rows].join('\n'));
  return read.ok ? [] : read.faults.map(faultLine);
};

describe('Questions read from a file', () => {
  it('may come with answers or without', () => {
    const question = { technician: 'ana', channel: '*', action: 'policy.read', relation: 'own' };
    expect(readQuestions('q.csv', `${header}\nana,*,policy.read,own\n`)).toEqual({
      ok: true,
      value: [jasmine.objectContaining({ question, line: 2, answer: null })],
    });
    expect(readQuestions('q.csv', `${header},answer\nana,*,policy.read,own,deny\n`)).toEqual({
      ok: true,
      value: [jasmine.objectContaining({ question, line: 2, answer: 'deny' })],
    });
  });

  it('name the line of everything that cannot be asked', () => {
    expect(
      faultsOf('ana,*,tool.fly,own', 'ana,*', 'ana,*,tool.view,mine', ',*,tool.view,own', 'a,,b,c'),
    ).toEqual([
      'q.csv:2: "tool.fly" is not an action',
      'q.csv:3: 4 fields expected (technician,channel,action,relation), 2 found',
      'q.csv:4: "mine" is not a relation (own, unassigned, other)',
      'q.csv:5: the technician is missing',
      'q.csv:6: the channel is missing (* for the desk)',
    ]);
  });

  it('refuse an answer that is none', () => {
    const read = readQuestions('q.csv', `${header},answer\nana,*,policy.read,own,perhaps\n`);
    expect(read).toEqual({
      ok: false,
      faults: [
        { file: 'q.csv', line: 2, message: 'the answer "perhaps" is neither allow nor deny' },
      ],
    });
  });
});
