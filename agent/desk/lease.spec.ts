import { Lease } from './lease.js';

describe('The lease of control', () => {
  it('does not hold before the desk was heard', () => {
    expect(new Lease().holds(0)).toBeFalse();
  });

  it('holds for five seconds after each sign of life', () => {
    const lease = new Lease();
    lease.renew(1000, 0);
    expect(lease.holds(5999)).toBeTrue();
    expect(lease.left(5999)).toBe(1);
    expect(lease.holds(6000)).toBeFalse();
  });

  it('holds as long from when the desk last saw for itself, however late it says so', () => {
    const lease = new Lease();
    lease.renew(1000, 400);
    lease.renew(2000, 1400);
    expect(lease.holds(5599)).toBeTrue();
    expect(lease.holds(5600)).toBeFalse();
  });

  it('is not cut short by somebody who knows less', () => {
    const lease = new Lease();
    lease.renew(1000, 0);
    lease.renew(1500, 3000);
    expect(lease.holds(5999)).toBeTrue();
  });

  it('comes back by itself', () => {
    const lease = new Lease();
    lease.renew(0, 0);
    lease.renew(60_000, 0);
    expect(lease.holds(60_001)).toBeTrue();
  });
});
