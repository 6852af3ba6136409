import { ConsentRecord } from './consent-record.js';
import type { ConsentScope } from '../workflows/domain/session/vocabulary.js';

function desk(granted: readonly ConsentScope[], question: string | null = null) {
  return { granted, question: question === null ? null : { id: question } };
}

function allowing(...scopes: readonly ConsentScope[]): ConsentRecord {
  const record = new ConsentRecord();
  record.answer('q1', scopes);
  return record;
}

describe('The record of consent', () => {
  it('allows nothing that the person did not allow here, whatever the desk says', () => {
    expect(new ConsentRecord().effective(desk(['view', 'control']))).toEqual([]);
    expect(allowing('view').effective(desk(['view', 'control']))).toEqual(['view']);
  });

  it('allows nothing that the desk does not confirm', () => {
    const record = allowing('view', 'control');
    expect(record.effective(desk([], 'q1'))).toEqual([]);
    expect(record.effective(desk(['view', 'control']))).toEqual(['view', 'control']);
  });

  it('keeps an answer that is still on its way to the desk', () => {
    const record = allowing('view');
    record.effective(desk([], 'q1'));
    expect(record.effective(desk(['view']))).toEqual(['view']);
  });

  it('forgets an answer that came too late', () => {
    const record = allowing('view');
    record.settled('q1');
    record.effective(desk([]));
    expect(record.effective(desk(['view']))).toEqual([]);
  });

  it('obeys a withdrawal at once, before the desk knows', () => {
    const record = allowing('view', 'control');
    record.takeBack(['control']);
    expect(record.effective(desk(['view', 'control']))).toEqual(['view']);
    record.takeBack(['view']);
    expect(record.effective(desk(['view', 'control']))).toEqual([]);
  });

  it('asks anew for what the desk has ended', () => {
    const record = allowing('view');
    record.effective(desk(['view']));
    record.settled('q1');
    expect(record.effective(desk([]))).toEqual([]);
    expect(record.effective(desk(['view']))).toEqual([]);
  });

  it('allows nothing without the view', () => {
    const record = allowing('control');
    expect(record.effective(desk(['control']))).toEqual([]);
  });

  it('knows whether a question still waits', () => {
    const record = new ConsentRecord();
    expect(record.isOpen(desk([]))).toBeFalse();
    expect(record.isOpen(desk([], 'q1'))).toBeTrue();
    record.answer('q1', []);
    expect(record.isOpen(desk([], 'q1'))).toBeFalse();
    expect(record.isOpen(desk([], 'q2'))).toBeTrue();
  });
});
