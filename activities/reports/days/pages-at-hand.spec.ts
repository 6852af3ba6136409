import { pageOfRows } from './page-of-rows.js';
import { PagesAtHand } from './pages-at-hand.js';

describe('Pages at hand', () => {
  const page = () => ({ ...pageOfRows([]), requestedAt: new Float64Array(100) });

  it('are found by their name until they are too many bytes, and what was unused longest goes first', () => {
    const atHand = new PagesAtHand(2_000);
    const [first, second, third] = [page(), page(), page()];
    atHand.keep('first', first);
    atHand.keep('second', second);
    expect(atHand.find('first')).toBe(first);
    atHand.keep('third', third);
    expect(atHand.find('second')).toBeNull();
    expect(atHand.find('first')).toBe(first);
    expect(atHand.find('third')).toBe(third);
  });

  it('leave out one that is too large by itself', () => {
    const atHand = new PagesAtHand(500);
    atHand.keep('large', page());
    expect(atHand.find('large')).toBeNull();
  });
});
