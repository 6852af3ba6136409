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
    await screen.press('first-response: Missed, 1');
    await screen.reads('#1041');
    await screen.reads('No sound');
    await screen.reads('You may not see this session.');
  });
});
