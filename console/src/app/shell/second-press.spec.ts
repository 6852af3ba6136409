import { openConsole } from '../../testing/open-console.js';
import { managerDesk } from '../../testing/manager-desk.js';

describe('what cannot be undone', () => {
  it('is not done by the second click of a double click', async () => {
    const { desk, screen, fixture } = await openConsole('/groups', managerDesk());
    await screen.press('Mac specialists');
    await screen.press('Delete…');
    await screen.reads('Delete with its roles');
    const page: unknown = fixture.nativeElement;
    const sure = page instanceof HTMLElement ? page.querySelector('.panel .btn.danger') : null;
    sure?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }));
    await screen.reads('Delete with its roles');
    expect(desk.asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await screen.press('Delete with its roles');
    await screen.reads('There are no groups.');
  });
});
