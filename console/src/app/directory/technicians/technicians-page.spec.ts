import { managerDesk } from '../../../testing/manager-desk.js';
import { openConsole } from '../../../testing/open-console.js';
import { until } from '../../../testing/until.js';

describe('technicians', () => {
  it('are listed with who is away and who is disabled, and filtered', async () => {
    const { screen, fixture } = await openConsole('/technicians', managerDesk());
    await screen.reads('Greta Lindqvist');
    await screen.reads('Away');
    await screen.reads('disabled');
    const page: unknown = fixture.nativeElement;
    if (!(page instanceof HTMLElement)) throw new Error('There is no page.');
    const filter = page.querySelector<HTMLInputElement>('input[type=search]');
    if (!filter) throw new Error('There is no filter.');
    filter.value = 'colour';
    filter.dispatchEvent(new Event('input'));
    await screen.noLongerReads('Hugo Brandt');
    await screen.reads('Greta Lindqvist');
  });

  it('are let in by a name and what they know', async () => {
    const { desk, screen } = await openConsole('/technicians', managerDesk());
    await screen.press('New technician');
    await screen.fill('Name', 'Mia Duarte');
    await screen.fill('Sessions at once', '4');
    await screen.fill('Skills', 'mac, printers, mac');
    await screen.press('Let them sign in');
    await screen.reads('Saved.');
    const [asked] = desk.asked.filter(({ method }) => method === 'POST');
    expect(asked?.body).toEqual({
      ...{ name: 'Mia Duarte', address: null, language: null },
      ...{ capacity: 4, skills: ['mac', 'printers'], languages: [] },
    });
    await screen.reads('Mia Duarte');
  });

  it('are changed, disabled and given roles', async () => {
    const { desk, screen } = await openConsole('/technicians', managerDesk());
    await screen.press('Hugo Brandt');
    await screen.fill('Sessions at once', '7');
    await screen.press('Save');
    await screen.reads('0/7');
    await screen.press('Disable');
    await until('the desk is told', () =>
      desk.asked.some(({ path }) => path === '/api/directory/technicians/hugo/disable'),
    );
    await screen.press('Give');
    await until('the desk is told', () =>
      desk.asked.some(({ path }) => path.endsWith('/roles/technician/hugo/channel-technician')),
    );
    const edited = desk.asked.find(
      ({ method, path }) => method === 'PUT' && path.endsWith('/hugo'),
    );
    expect(edited?.body).toEqual(jasmine.objectContaining({ availability: 'away', capacity: 7 }));
  });
});

describe('my availability', () => {
  it('is said in the menu, and seen beside my name', async () => {
    const { desk, screen } = await openConsole('/queue/mine', managerDesk());
    await screen.press('Greta Lindqvist');
    await screen.toggle('Away');
    await until('the desk knows', () => desk.me.availability === 'away');
    await screen.reads('Northwind IT SupportAway');
  });
});
