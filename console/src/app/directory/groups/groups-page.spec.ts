import { managerDesk } from '../../../testing/manager-desk.js';
import { openConsole } from '../../../testing/open-console.js';

describe('groups', () => {
  it('are made with their members', async () => {
    const { desk, screen, fixture } = await openConsole('/groups', managerDesk());
    await screen.reads('Mac specialists');
    await screen.press('New group');
    await screen.fill('Name', 'Printers');
    await screen.fill('Level', '3');
    await screen.reads('Hugo Brandt');
    const page: unknown = fixture.nativeElement;
    if (!(page instanceof HTMLElement)) throw new Error('There is no page.');
    page.querySelector<HTMLInputElement>('input[value=hugo]')?.click();
    await screen.press('Save');
    await screen.reads('Saved.');
    const [asked] = desk.asked.filter(({ method }) => method === 'POST');
    expect(asked?.body).toEqual({ name: 'Printers', kind: 'skill', level: 3, members: ['hugo'] });
  });

  it('are deleted only after a second press', async () => {
    const { desk, screen } = await openConsole('/groups', managerDesk());
    await screen.press('Mac specialists');
    await screen.press('Delete…');
    expect(desk.directory.groups.length).toBe(1);
    await screen.press('Delete with its roles');
    await screen.reads('There are no groups.');
  });
});
