import { FakeDesk } from '../../../testing/fake-desk.js';
import { managerDesk } from '../../../testing/manager-desk.js';
import { openConsole } from '../../../testing/open-console.js';
import { until } from '../../../testing/until.js';

describe('channels', () => {
  it('lead there only whom the policy lets', async () => {
    const { screen } = await openConsole('/queue/mine', new FakeDesk());
    await screen.reads('Queue');
    await screen.reads('People');
    expect(await screen.offers('Channels')).toBe(false);
    expect(await screen.offers('Technicians')).toBe(false);
  });

  it('are made and set up, with what users may be asked for', async () => {
    const { desk, screen } = await openConsole('/queue/mine', managerDesk());
    await screen.press('Channels');
    await screen.reads('Design (Mac)');
    await screen.press('New channel');
    await screen.fill('Name', 'Tills');
    await screen.fill('Department', 'Stores');
    await screen.toggle('Record');
    await screen.press('Save');
    await screen.reads('Saved.');
    const [asked] = desk.asked.filter(({ method }) => method === 'POST');
    expect(asked?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(asked?.body).toEqual({
      ...{ name: 'Tills', department: 'Stores', description: null, linkLifetimeMinutes: 480 },
      ...{ codeLifetimeMinutes: 10, reopenWindowHours: 168, reconnectGraceSeconds: 60 },
      ...{ consentTimeoutSeconds: 30, askableScopes: ['view', 'control', 'files', 'clipboard'] },
    });
    await screen.reads('Who answers here');
  });

  it('keep what was typed and say why when the desk does not take it', async () => {
    const desk = managerDesk();
    const { screen } = await openConsole('/channels', desk);
    await screen.press('New channel');
    await screen.fill('Name', 'General');
    desk.refusal = { type: '/problems/name-taken', title: 'Taken.', status: 409 };
    await screen.press('Save');
    await screen.reads('There is already one of this name.');
    expect(desk.directory.channels.length).toBe(2);
  });

  it('are deleted after it is said where their open sessions go', async () => {
    const { desk, screen } = await openConsole('/channels', managerDesk());
    await screen.press('Design (Mac)');
    await screen.press('Delete…');
    await screen.reads('Its open sessions go to');
    expect(desk.asked.some(({ method }) => method === 'DELETE')).toBe(false);
    await screen.press('Delete for good');
    await screen.reads('Deleted; 2 sessions have moved.');
    await screen.noLongerReads('Who answers here');
    expect(await screen.offers('Design (Mac)')).toBe(false);
  });

  it('give roles in them', async () => {
    const { desk, screen } = await openConsole('/channels', managerDesk());
    await screen.press('General');
    await screen.reads('Mac specialists');
    await screen.press('Give');
    const address = '/api/directory/channels/general/staff/group/mac-specialists/';
    await until('the desk is told', () =>
      desk.asked.some(
        ({ method, path }) => method === 'PUT' && path === `${address}channel-technician`,
      ),
    );
  });

  it('are read again when somebody else changes them', async () => {
    const { desk, screen } = await openConsole('/channels', managerDesk());
    await screen.reads('General');
    await until('the console listens', () => desk.live.listeners === 1);
    const [first] = desk.directory.channels;
    if (first) desk.directory.channels[0] = { ...first, name: 'Design and print' };
    desk.live.send('directory', { parts: ['channels'] });
    await screen.reads('Design and print');
  });
});
