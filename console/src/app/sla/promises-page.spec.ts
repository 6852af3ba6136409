import { openConsole } from '../../testing/open-console.js';

describe('promises', () => {
  it('show what each channel promises, by which clocks and hours', async () => {
    const { screen } = await openConsole('/promises');
    await screen.reads('Standard');
    await screen.reads('08:00–12:00, 13:00–18:00');
    await screen.reads('2026-12-25');
  });
});
