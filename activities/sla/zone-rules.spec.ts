import fc from 'fast-check';
import { offsetPeriods } from '../../workflows/domain/sla/zone-rules.js';
import { UnknownZone, zoneRules } from './zone-rules.js';

const from = Date.UTC(1970, 0, 1);
const to = Date.UTC(2100, 11, 31);

/** What a zone's wall clock shows at an instant, as if it were UTC. */
function shownAt(zone: string, instant: number): number {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return Date.parse(`${format.format(instant).replace(' ', 'T')}Z`);
}

describe('The rules of a zone', () => {
  it('say what Intl says, at every instant, also beside a change', () => {
    for (const zone of ['Europe/London', 'Africa/Casablanca', 'Pacific/Apia', 'Africa/Monrovia']) {
      const rules = zoneRules(zone);
      const periods = offsetPeriods(rules, from, to);
      const edges = rules.changes.flatMap(({ from: at }) => [at - 1_000, at]);
      const instants = fc.oneof(fc.integer({ min: from / 1_000, max: to / 1_000 - 1 }));
      const check = (instant: number) => {
        const period = periods.find((found) => instant >= found.from && instant < found.to);
        expect(instant + (period?.offset ?? NaN)).toBe(shownAt(zone, instant));
      };
      edges.forEach(check);
      fc.assert(
        fc.property(instants, (second) => {
          check(second * 1_000);
        }),
        { numRuns: 100 },
      );
    }
  }, 30_000);

  it('know half hours and whole days that were skipped', () => {
    const changes = zoneRules('Pacific/Apia').changes;
    const skipped = changes.find(({ from: at }) => at === Date.UTC(2011, 11, 30, 10));
    expect(skipped?.offset).toBe(14 * 3_600_000);
    const offsets = new Set(zoneRules('Australia/Lord_Howe').changes.map(({ offset }) => offset));
    expect(offsets).toContain(10.5 * 3_600_000);
  });

  it('name the release that they were made with', () => {
    expect(zoneRules('UTC')).toEqual({
      zone: 'UTC',
      release: process.versions['tz'] ?? '',
      initial: 0,
      changes: [],
    });
  });

  it('are refused for a zone that there is not', () => {
    expect(() => zoneRules('Mars/Olympus')).toThrowError(UnknownZone, /"Mars\/Olympus"/);
    expect(() => zoneRules('+05:30')).toThrowError(UnknownZone, /"\+05:30"/);
  });
});
