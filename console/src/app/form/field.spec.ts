import type { Problem } from '../desk/contract.js';
import { managerDesk } from '../../testing/manager-desk.js';
import { openConsole } from '../../testing/open-console.js';
import { until } from '../../testing/until.js';

function malformed(errors: NonNullable<Problem['errors']>): Problem {
  return { type: '/problems/malformed-request', title: 'Malformed.', status: 400, errors };
}

describe('a form of the directory', () => {
  it('says beside each field what the desk does not take, and leads to the first of them', async () => {
    const desk = managerDesk();
    const { screen } = await openConsole('/requesters', desk);
    await screen.press('New person');
    await screen.fill('Name', 'Karim');
    desk.refusal = malformed([
      { path: '/body/department', code: 'invisible-signs', message: 'invisible' },
      { path: '/body/address', code: 'too-long', message: 'long', values: { limit: 254 } },
    ]);
    await screen.press('Save');
    await screen.reads('At most 254 characters fit.');
    expect(await screen.faultAt('Name')).toBe('');
    expect(await screen.faultAt('Mail address')).toBe('At most 254 characters fit.');
    expect(await screen.faultAt('Department')).toBe('Must be one line of signs that can be seen.');
    await until('it leads to the first', () => screen.isAt('Mail address'));
    expect(await screen.text()).not.toContain('Something in this is not as it should be.');
    await screen.fill('Mail address', 'karim@example.org');
    expect(await screen.faultAt('Mail address'))
      .withContext('something else is there')
      .toBe('');
    expect(await screen.faultAt('Department')).not.toBe('');
  });

  it('says above the form what stands beside no field', async () => {
    const desk = managerDesk();
    const { screen } = await openConsole('/groups', desk);
    await screen.press('Mac specialists');
    desk.refusal = malformed([
      { path: '/body/members/0', code: 'repeated', message: 'twice' },
      { path: '/body/colour', code: 'field-unknown', message: 'unknown' },
    ]);
    await screen.press('Save');
    await screen.reads('The same thing stands there twice.');
    await screen.reads('the desk does not know this');
  });

  it('says a name that is taken at the name alone', async () => {
    const desk = managerDesk();
    const { screen } = await openConsole('/channels', desk);
    await screen.press('New channel');
    await screen.fill('Name', 'General');
    desk.refusal = { type: '/problems/name-taken', title: 'Taken.', status: 409 };
    await screen.press('Save');
    await until('it leads to the name', async () => {
      const said = await screen.faultAt('Name');
      return said === 'There is already one of this name.' && (await screen.isAt('Name'));
    });
    expect((await screen.text()).split('There is already one of this name.').length).toBe(2);
  });

  it('says whose name is in the way, however it is written', async () => {
    const desk = managerDesk();
    const { screen } = await openConsole('/channels', desk);
    await screen.press('New channel');
    await screen.fill('Name', 'Ｇｅｎｅｒａｌ');
    const taken = { type: '/problems/name-taken', title: 'Taken.', status: 409 };
    desk.refusal = { ...taken, other: 'General' };
    await screen.press('Save');
    await until('it says so', async () => {
      const said = await screen.faultAt('Name');
      return said === 'There is already one of this name. It is called “General”.';
    });
  });

  it('finds by itself what it can, and asks the desk nothing', async () => {
    const { desk, screen } = await openConsole('/channels', managerDesk());
    await screen.press('New channel');
    await screen.fill('A code works for (minutes)', '61');
    await screen.press('Save');
    expect(await screen.faultAt('Name')).toBe('Something must stand here.');
    expect(await screen.faultAt('A code works for (minutes)')).toBe(
      'Write a whole number from 1 to 60.',
    );
    await until('it leads to the first', () => screen.isAt('Name'));
    expect(desk.asked.some(({ method }) => method === 'POST')).toBe(false);
  });

  it('says what a language is', async () => {
    const { screen } = await openConsole('/requesters', managerDesk());
    await screen.press('New person');
    await screen.fill('Name', 'Karim');
    await screen.fill('Language', 'Portuguese');
    await screen.press('Save');
    expect(await screen.faultAt('Language')).toBe(
      '“Portuguese” is no language, such as en or pt-BR.',
    );
  });
});
