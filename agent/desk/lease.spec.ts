import { Lease } from './lease.js';

describe('The lease of control', () => {
  it('does not hold before the desk was heard', () => {
    expect(new Lease().holds(0)).toBeFalse();
  });

  it('holds for five seconds after each sign of life', () => {
    const lease = new Lease();
    lease.renew(1000);
    expect(lease.holds(5999)).toBeTrue();
    expect(lease.left(5999)).toBe(1);
    expect(lease.holds(6000)).toBeFalse();
  });

  it('comes back by itself', () => {
    const lease = new Lease();
    lease.renew(0);
    lease.renew(60_000);
    expect(lease.holds(60_001)).toBeTrue();
  });
});
