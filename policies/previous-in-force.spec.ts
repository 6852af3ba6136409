import { previousInForce, type InForce } from './previous-in-force.js';

const came = (id: number, digest: string, restores: number | null = null): InForce => {
  return { id, digest, restores };
};

describe('Taking back a policy', () => {
  it('leads to what was in force before', () => {
    expect(previousInForce([came(2, 'b'), came(1, 'a')])?.id).toBe(1);
  });

  it('leads further back when it is done again', () => {
    const history = [came(1, 'a'), came(2, 'b'), came(3, 'c'), came(4, 'b', 2)];
    expect(previousInForce(history)?.digest).toBe('a');
    expect(previousInForce([...history, came(5, 'a', 1)])).toBeNull();
  });

  it('never leads to what was itself taken back', () => {
    const history = [came(1, 'a'), came(2, 'b'), came(3, 'a', 1), came(4, 'c'), came(5, 'c')];
    expect(previousInForce(history)).toEqual(came(1, 'a'));
    expect(previousInForce([...history, came(6, 'a', 1)])).toBeNull();
  });

  it('leads nowhere when nothing was before', () => {
    expect(previousInForce([])).toBeNull();
    expect(previousInForce([came(1, 'a')])).toBeNull();
  });
});
