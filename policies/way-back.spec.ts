import { type InForce, wayBack } from './way-back.js';

/** A time for each revision, `b<2` for one that takes the desk back to the second. */
function history(written: string): InForce[] {
  return written.split(' ').map((one, index) => {
    const [revision = '', restores] = one.split('<');
    return { id: index + 1, revision, restores: restores === undefined ? null : Number(restores) };
  });
}

const back = (written: string): string =>
  wayBack(history(written))
    .map(({ id, revision }) => revision + String(id))
    .join(' ');

describe('Taking back a policy', () => {
  it('leads to what was in force before, in whatever order the times are told', () => {
    expect(back('a b')).toBe('a1');
    expect(wayBack(history('a b').reverse()).map(({ id }) => id)).toEqual([1]);
  });

  it('leads further back each time that it is done again, until nothing is left', () => {
    expect(back('a b c')).toBe('b2 a1');
    expect(back('a b c b<2')).toBe('a1');
    expect(back('a b c b<2 a<1')).toBe('');
  });

  it('never leads to what was itself taken back, also where somebody brought the same again', () => {
    expect(back('a b a<1 c c')).toBe('a1');
    expect(back('a b a<1 a')).toBe('');
    expect(back('a b a<1 a c')).toBe('a4');
  });

  it('never leads to the same revision, but to the newest files of another', () => {
    expect(back('a b b')).toBe('a1');
    expect(back('a a b')).toBe('a2');
    expect(back('a a')).toBe('');
    expect(back('a b b a<1 c')).toBe('a1');
  });

  it('leads to a policy once more that was brought again by itself', () => {
    expect(back('a b a')).toBe('b2 a1');
    expect(back('a b a b<2')).toBe('a1');
  });

  it('leads nowhere when nothing was before', () => {
    expect(wayBack([])).toEqual([]);
    expect(back('a')).toBe('');
  });
});
