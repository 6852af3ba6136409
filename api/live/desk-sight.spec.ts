import { DeskSight } from './desk-sight.js';

describe('What a process of the desk can vouch for', () => {
  let now: number;
  let feedReadAt: number;
  let sight: DeskSight;

  beforeEach(() => {
    now = 10_000;
    feedReadAt = 10_000;
    sight = new DeskSight({ feedReadAt: () => feedReadAt, now: () => now });
  });

  it('is as old as what it looked at longest ago', async () => {
    now = 10_900;
    feedReadAt = 10_800;
    await sight.look('policy', () => Promise.resolve());
    expect(sight.ageMs()).toBe(900);
    await sight.look('organisation', () => Promise.resolve());
    expect(sight.ageMs()).toBe(100);
  });

  it('is as old as the beginning of a look that takes long', async () => {
    const slow = Promise.withResolvers<undefined>();
    feedReadAt = 20_000;
    await sight.look('policy', () => Promise.resolve());
    const looking = sight.look('organisation', async () => {
      await slow.promise;
    });
    now = 14_000;
    slow.resolve(undefined);
    await looking;
    expect(sight.ageMs()).toBe(4_000);
  });

  it('is no younger for a look that fails', async () => {
    now = 16_000;
    feedReadAt = now;
    await sight.look('policy', () => Promise.resolve());
    const away = sight.look('organisation', () => Promise.reject(new Error('away')));
    await expectAsync(away).toBeRejectedWithError('away');
    expect(sight.ageMs()).toBe(6_000);
  });
});
