import fc from 'fast-check';
import { faultsOfAnswers, faultsOfForm, type FormField } from './form.js';
import { roundedWait } from './rounded-wait.js';
import { estimateWait, fewestWaits } from './wait-estimate.js';

const fields: readonly FormField[] = [
  { label: 'Room', kind: 'text', required: true },
  { label: 'Program', kind: 'choice', required: false, choices: ['Mail', 'Tills'] },
  { label: 'What happened?', kind: 'long-text', required: false },
];

describe('The form of an SOS Call', () => {
  it('is fine with labels of its own and choices where they belong', () => {
    expect(faultsOfForm(fields)).toEqual([]);
  });

  it('names the place of every fault', () => {
    const faults = faultsOfForm([
      { label: 'Room', kind: 'choice', required: true },
      { label: ' room ', kind: 'text', required: false, choices: ['a', 'b'] },
      { label: 'Program', kind: 'choice', required: false, choices: ['Mail', 'Mail '] },
    ]);
    expect(faults.map(({ path }) => path)).toEqual([
      '/fields/0/choices',
      '/fields/1/label',
      '/fields/1/choices',
      '/fields/2/choices',
    ]);
  });

  it('takes the answers that it asks for', () => {
    const answers = [
      { label: 'Room', value: '214' },
      { label: 'Program', value: 'Mail' },
      { label: 'What happened?', value: 'It stopped.\nThen it started.' },
    ];
    expect(faultsOfAnswers(fields, answers)).toEqual([]);
  });

  it('refuses what is missing, not asked, answered twice, not on offer or too long', () => {
    const refused = (answers: { label: string; value: string }[]) =>
      faultsOfAnswers(fields, answers).map(({ message }) => message);
    const room = { label: 'Room', value: '214' };
    expect(refused([])).toEqual(['lacks “Room”']);
    expect(refused([room, { label: 'Salary', value: '1' }])).toEqual(['is not asked in this form']);
    expect(refused([room, room])).toEqual(['is answered twice']);
    expect(refused([room, { label: 'Program', value: 'Chess' }])).toEqual(['is not on offer']);
    expect(refused([{ label: 'Room', value: 'two\nlines' }])).toEqual(['must fit on one line']);
  });
});

describe('The estimate of a wait', () => {
  const minute = 60_000;
  const past = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((minutes) => ({
    waitedMs: minutes * minute,
    place: 1,
  }));

  it('says nothing before it has enough to go by', () => {
    expect(estimateWait(past.slice(0, fewestWaits - 1), 1)).toBeNull();
    expect(estimateWait([], 3)).toBeNull();
  });

  it('reaches from the middle of what people waited to the fourth fifth', () => {
    expect(estimateWait(past, 1)).toEqual({ fromMs: 5 * minute, toMs: 8 * minute, requests: 10 });
  });

  it('counts place for place', () => {
    const behind = past.map(({ waitedMs }) => ({ waitedMs: waitedMs * 4, place: 4 }));
    expect(estimateWait(behind, 2)).toEqual({
      fromMs: 10 * minute,
      toMs: 16 * minute,
      requests: 10,
    });
  });

  it('grows with the place and never turns round', () => {
    const waits = fc.array(
      fc.record({ waitedMs: fc.nat(86_400_000), place: fc.integer({ min: 1, max: 50 }) }),
      { minLength: fewestWaits, maxLength: 60 },
    );
    fc.assert(
      fc.property(waits, fc.integer({ min: 1, max: 40 }), (known, place) => {
        const here = estimateWait(known, place);
        const behind = estimateWait(known, place + 1);
        if (!here || !behind) return false;
        return here.fromMs <= here.toMs && here.toMs <= behind.toMs && here.fromMs >= 0;
      }),
    );
  });

  it('is said in minutes, and from an hour and a half in hours, never too short', () => {
    expect(roundedWait(0)).toEqual({ unit: 'minutes', count: 1 });
    expect(roundedWait(9.2 * minute)).toEqual({ unit: 'minutes', count: 10 });
    expect(roundedWait(11 * minute)).toEqual({ unit: 'minutes', count: 15 });
    expect(roundedWait(90 * minute)).toEqual({ unit: 'minutes', count: 90 });
    expect(roundedWait(91 * minute)).toEqual({ unit: 'hours', count: 2 });
  });
});
