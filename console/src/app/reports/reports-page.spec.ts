import type { FakeDesk } from '../../testing/fake-desk.js';
import { openConsole } from '../../testing/open-console.js';
import { until } from '../../testing/until.js';

describe('reports', () => {
  it('show what was kept and missed, and how long things took', async () => {
    const { screen } = await openConsole('/reports');
    await screen.reads('90%');
    await screen.reads('First response: from the request');
    await screen.reads('Where time goes');
  });

  it('name whom they are about as they were called then, and by key where two were called the same', async () => {
    const { screen } = await openConsole('/reports');
    await screen.reads('with Greta Lindqvist (greta-2)');
    await screen.reads('with Hugo as he was');
  });

  it('tell each sheet of paper whose they are and what went in', async () => {
    const { screen } = await openConsole('/reports');
    await screen.reads('As of');
    const { style } = document.documentElement;
    await until('the sheets know', () =>
      style.getPropertyValue('--paper-head').includes('Reports'),
    );
    expect(style.getPropertyValue('--paper-foot')).toContain('0123456789abcdef');
  });

  it('say of which days they are, by whose clock, over what, and by which inputs', async () => {
    const { screen } = await openConsole('/reports?from=2026-10-01&to=2026-10-31');
    await screen.reads('by the clock of UTC');
    await screen.reads('0123456789abcdef'.repeat(4));
  });

  it('are asked for by what stands in the address, with the whole of the last day', async () => {
    const { desk, screen, router } = await openConsole('/reports?from=2020-10-01&to=2020-10-31');
    await screen.reads('As of');
    const [first] = asked(desk);
    expect(first?.get('to')).toBe(new Date(2020, 10, 1).toISOString());
    await screen.press('Last month');
    await until('the address says so', () => !router.url.includes('2020-10-31'));
    await until('it is asked for', () => asked(desk).length === 2);
  });

  it('wait for a day that is missing, and ask nothing meanwhile', async () => {
    const { desk, screen } = await openConsole('/reports?from=&to=2026-10-31');
    await screen.reads('Choose a first and a last day.');
    expect(asked(desk)).toEqual([]);
    expect(await screen.offers('CSV')).toBe(false);
  });

  it('open the sessions behind a figure, and name only those that may be seen', async () => {
    const { screen } = await openConsole('/reports');
    await screen.press('First response: Missed, 1');
    await screen.reads('#1041');
    await screen.reads('No sound');
    await screen.reads('You may not see this session.');
  });

  it('open percentiles, what was left out, and each mark of a plot', async () => {
    const { desk, screen } = await openConsole('/reports');
    const asked = () =>
      desk.asked.filter(({ path }) => path === '/api/reports/sla/sessions').length;
    await screen.press('First response: 4 min or longer, 4 min');
    await screen.reads('Sessions behind “First response: 4 min or longer”');
    await screen.press('First response: Left out, 2');
    await screen.reads('Left out: solved without it');
    await screen.reads('Handed over');
    expect(asked()).toBeGreaterThan(1);
  });
});

function asked(desk: FakeDesk): readonly URLSearchParams[] {
  const reports = desk.asked.filter(({ path }) => path === '/api/reports/sla');
  return reports.map(({ query }) => query);
}
