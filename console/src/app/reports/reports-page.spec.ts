import { openConsole } from '../../testing/open-console.js';

describe('reports', () => {
  it('show what was kept and missed, and how long things took', async () => {
    const { screen } = await openConsole('/reports');
    await screen.reads('90%');
    await screen.reads('First response: from the request');
    await screen.reads('Where time goes');
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
