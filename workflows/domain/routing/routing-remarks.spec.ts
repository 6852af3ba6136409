import { routingRemarks } from './routing-remarks.js';

describe('What is remarked of a channel’s tiers', () => {
  const member = (key: string, group: string, changes: object = {}) => ({
    ...{ key, groups: [group], mayClaim: true, disabled: false },
    ...changes,
  });
  const staff = [
    member('greta', 'mac'),
    member('otto', 'former', { disabled: true }),
    member('elena', 'finance', { mayClaim: false }),
  ];
  const remarked = (groups: readonly string[], technicians: readonly string[] = []) =>
    routingRemarks({ tiers: [{ groups, technicians, waitSeconds: 60 }] }, staff).map(
      ({ path, code }) => `${path} ${code}`,
    );

  it('is nothing where somebody can be asked', () => {
    expect(remarked(['mac'])).toEqual([]);
    expect(remarked(['former', 'finance'], ['greta'])).toEqual([]);
  });

  it('is that all are disabled, that nobody is in the groups, or that nobody may', () => {
    expect(remarked(['former'])).toEqual(['/tiers/0 tier-disabled']);
    expect(remarked(['night'])).toEqual(['/tiers/0 tier-empty']);
    expect(remarked([], ['elena', 'otto'])).toEqual(['/tiers/0 tier-not-permitted']);
  });
});
