import { readChoices } from './choices.js';

describe('The choices for a run', () => {
  it('are everything at both sizes, unless told', () => {
    const { ids, choices } = readChoices([]);
    expect(ids).toEqual([]);
    expect(choices.quick).toBeFalse();
    expect(choices.sizes.map(({ width }) => width)).toEqual([1280, 1920]);
  });

  it('are the named goals, sizes and a quick look', () => {
    const { ids, choices } = readChoices(['p13', 'P1', '--quick', '--size', '1280x720']);
    expect(ids).toEqual(['P13', 'P1']);
    expect(choices).toEqual({ quick: true, sizes: [{ width: 1280, height: 720 }] });
  });

  it('may be fewer blocks and clicks than usual, and are told again as they were given', () => {
    const { choices, options } = readChoices(['P13', '--blocks', '4', '--clicks=15']);
    expect([choices.blocks, choices.clicks]).toEqual([4, 15]);
    expect(options).toEqual(['--blocks', '4', '--clicks=15']);
  });

  it('may be more sessions, more tries and another seed', () => {
    const { ids, choices } = readChoices(['R1', '--sessions', '5000000', '--runs=12', '--seed=7']);
    expect(ids).toEqual(['R1']);
    expect([choices.sessions, choices.runs, choices.seed]).toEqual([5_000_000, 12, 7]);
  });

  it('say what they do not understand', () => {
    expect(() => readChoices(['--size', 'large'])).toThrowError(
      '"large" is no size such as 1280x720.',
    );
    expect(() => readChoices(['--fast'])).toThrowError(/--fast/);
  });
});
