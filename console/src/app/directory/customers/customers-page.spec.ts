import { managerDesk } from '../../../testing/manager-desk.js';
import { openConsole } from '../../../testing/open-console.js';
import { until } from '../../../testing/until.js';

describe('customers', () => {
  it('are made and renamed', async () => {
    const { desk, screen } = await openConsole('/customers', managerDesk());
    await screen.press('New customer');
    await screen.fill('Name', 'Globex');
    await screen.press('Save');
    await screen.reads('Show its 0 people');
    await screen.fill('Name', 'Globex Brasil');
    await screen.press('Save');
    await until('the desk has the new name', () =>
      desk.directory.customers.some(({ name }) => name === 'Globex Brasil'),
    );
    expect(desk.directory.customers.map(({ key }) => key)).toEqual(['acme', 'globex']);
  });

  it('lead to their people, and stay as long as they have some', async () => {
    const { desk, screen, router } = await openConsole('/customers', managerDesk());
    await screen.press('Acme');
    await screen.reads('It can be deleted once nobody belongs to it.');
    expect(await screen.offers('Delete')).toBeFalse();
    await screen.press('Show its 1 person');
    await screen.reads('Ada Okafor');
    expect(router.url).toBe('/requesters?customer=acme');
    const asked = desk.asked.filter(({ path }) => path.startsWith('/api/directory/requesters'));
    expect(asked.length).toBeGreaterThan(0);
  });

  it('without people are deleted after a second press', async () => {
    const manager = managerDesk();
    manager.directory.customers.push({ key: 'initech', name: 'Initech', requesters: 0 });
    const { screen } = await openConsole('/customers', manager);
    await screen.press('Initech');
    await screen.press('Delete');
    await screen.press('Delete for good');
    await screen.reads('The customer is gone.');
    expect(manager.directory.customers.map(({ key }) => key)).toEqual(['acme']);
  });
});
