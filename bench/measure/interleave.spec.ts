import { interleave, rotated, type Timed } from './interleave.js';

describe('Interleaved things', () => {
  let order: string[];

  beforeEach(() => {
    order = [];
  });

  function thing(name: string): Timed {
    return {
      name,
      run: () => {
        order.push(name);
        return Promise.resolve();
      },
    };
  }

  it('take turns at being first', async () => {
    await interleave([thing('a'), thing('b')], { warmUp: 0, blocks: 1, runsEach: 3 });
    expect(order.join('')).toBe('abbaab');
  });

  it('have their times in blocks, without the warm-up', async () => {
    const extent = { warmUp: 2, blocks: 3, runsEach: 4 };
    const blocks = await interleave([thing('a'), thing('b')], extent);
    expect(order.length).toBe(2 * (2 + 3 * 4));
    expect(blocks.get('a')?.map((times) => times.length)).toEqual([4, 4, 4]);
  });

  it('are made ready outside their time', async () => {
    let prepared = 0;
    const counted = { ...thing('a'), prepare: () => Promise.resolve(void (prepared += 1)) };
    await interleave([counted], { warmUp: 1, blocks: 1, runsEach: 2 });
    expect(prepared).toBe(3);
  });

  it('rotate without changing their order', () => {
    expect(rotated(['a', 'b', 'c'], 4)).toEqual(['b', 'c', 'a']);
  });
});
