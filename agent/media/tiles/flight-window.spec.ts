import { FlightWindow } from './flight-window.js';

/** A line that carries so many bytes a millisecond, and takes its time for it. */
function throughALine(rate: number, roundTrip: number, size: number) {
  const window = new FlightWindow();
  let [now, free, number, delivered, longest] = [0, 0, 0, 0, 0];
  const arrivals: { readonly number: number; readonly at: number }[] = [];
  for (; now < 8_000; now += 1) {
    while (arrivals[0] && arrivals[0].at <= now) {
      window.shown(arrivals.shift()?.number ?? 0, now);
      delivered += size;
    }
    while (window.isOpen) {
      number += 1;
      window.sent(number, size, now);
      free = Math.max(free, now) + size / rate;
      arrivals.push({ number, at: free + roundTrip });
      if (now > 4_000) longest = Math.max(longest, free + roundTrip - now);
    }
  }
  return { rate: delivered / now, longest, window };
}

describe('What may be under way to a viewer', () => {
  it('fills a slow line, without letting its queue grow', () => {
    const { rate, longest } = throughALine(625, 40, 8_000);
    expect(rate).toBeGreaterThan(0.85 * 625);
    expect(longest).toBeLessThan(140);
  });

  it('fills a fast and long line', () => {
    const { rate } = throughALine(5_000, 80, 16_000);
    expect(rate).toBeGreaterThan(0.7 * 5_000);
  });

  it('knows the round trip', () => {
    const { window } = throughALine(50_000, 7, 200);
    expect(window.roundTripMs).toBeGreaterThanOrEqual(7);
    // Time goes by whole milliseconds here, and the line is full throughout.
    expect(window.roundTripMs).toBeLessThan(10);
  });

  it('is closed while much is under way, and open once it was shown', () => {
    const window = new FlightWindow();
    expect(window.roundTripMs).toBeNull();
    window.sent(1, 20_000, 0);
    expect(window.isOpen).toBeTrue();
    expect(window.hasRoomFor(20_000)).toBeFalse();
    window.sent(2, 20_000, 0);
    expect(window.isOpen).toBeFalse();
    window.shown(1, 500);
    expect(window.isOpen).toBeTrue();
    window.shown(1, 501);
    expect(window.hasRoomFor(20_000)).toBeFalse();
  });

  it('has nothing under way after a new beginning', () => {
    const window = new FlightWindow();
    window.sent(1, 2_000_000, 0);
    window.clear();
    expect(window.isOpen).toBeTrue();
  });
});
