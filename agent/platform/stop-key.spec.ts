import { StopKey } from './stop-key.js';

function pressAll(keys: readonly (readonly [escape: boolean, at: number])[]): readonly boolean[] {
  const stop = new StopKey();
  return keys.map(([escape, at]) => stop.pressed(escape, at));
}

describe('The stop key', () => {
  it('is Esc three times', () => {
    expect(
      pressAll([
        [true, 0],
        [true, 300],
        [true, 600],
      ]),
    ).toEqual([false, false, true]);
  });

  it('is not slow', () => {
    expect(
      pressAll([
        [true, 0],
        [true, 700],
        [true, 1400],
      ]),
    ).toEqual([false, false, false]);
  });

  it('has nothing between', () => {
    expect(
      pressAll([
        [true, 0],
        [true, 100],
        [false, 200],
        [true, 300],
      ]),
    ).not.toContain(true);
  });

  it('can be pressed again', () => {
    const keys = [0, 1, 2, 3, 4, 5].map((n) => [true, n * 100] as const);
    expect(pressAll(keys)).toEqual([false, false, true, false, false, true]);
  });
});
