import { forbid } from '../../testing/forbid.js';
import { FakeDesk } from '../../testing/fake-desk.js';
import { openConsole } from '../../testing/open-console.js';
import { until } from '../../testing/until.js';

describe('routing', () => {
  const manager = (): FakeDesk => {
    const desk = new FakeDesk();
    desk.me.actions.atDesk.push('channel.configure');
    desk.me.actions.anywhere.push('channel.configure');
    return desk;
  };
  const put = (desk: FakeDesk) => desk.asked.find(({ method }) => method === 'PUT');

  it('is offered to who may set up channels, and to nobody else', async () => {
    const { screen } = await openConsole('/queue/mine', manager());
    await screen.reads('Routing');
  });

  it('is not offered to others', async () => {
    const { screen } = await openConsole('/queue/mine');
    await screen.reads('Notices');
    await screen.noLongerReads('Routing');
  });

  it('of a channel is shown by names and saved by keys', async () => {
    const desk = manager();
    const { screen } = await openConsole('/routing/channels', desk);
    await screen.reads('Mac specialists');
    await screen.fill('Seconds to accept an offer', '45');
    await screen.press('New tier');
    await screen.reads('Tier 2');
    await screen.press('Remove Mac specialists');
    await screen.press('Save');
    await screen.reads('Saved. It counts from now on.');
    expect(put(desk)?.path).toBe('/api/channels/design-mac/routing');
    expect(put(desk)?.body).toEqual(
      jasmine.objectContaining({
        mode: 'least-busy',
        tiers: [
          { groups: [], technicians: ['hugo'], waitSeconds: 120 },
          { groups: [], technicians: [], waitSeconds: 120 },
        ],
      }),
    );
  });

  it('that cannot work says what is wrong at its place, and keeps what was entered', async () => {
    const desk = manager();
    const { screen } = await openConsole('/routing/channels', desk);
    await screen.press('New tier');
    desk.refusal = {
      type: '/problems/routing-refused',
      title: 'This routing cannot work. Nothing was changed.',
      status: 422,
      errors: [{ path: '/body/tiers/1', code: 'nobody-named', message: 'a tier needs a group' }],
    };
    await screen.press('Save');
    await screen.reads('A tier needs a group or a person.');
    await until('it leads there', () => {
      const led = document.activeElement?.closest('.routing-item');
      return led?.textContent.includes('A tier needs a group or a person.') === true;
    });
    expect(await screen.text()).not.toContain('Tier 2:');
    await screen.press('Remove');
    await screen.noLongerReads('A tier needs a group or a person.');
  });

  it('says why the rules cannot be read, in the place where they would be', async () => {
    const desk = manager();
    forbid(desk, '/api/routing/rules');
    const { screen } = await openConsole('/routing/rules', desk);
    await screen.reads('The policy does not let you do this.');
    await screen.noLongerReads('Loading…');
  });

  it('leads to a rule that has no name, and to one that the desk has under that name', async () => {
    const desk = manager();
    const { screen } = await openConsole('/routing/rules', desk);
    await screen.press('New rule');
    await screen.press('Save');
    await until('it leads there', () => screen.isAt('Name of the rule'));
    expect(await screen.faultAt('Name of the rule')).toBe('Something must stand here.');
    expect(put(desk)).toBeUndefined();
    await screen.fill('Name of the rule', 'Designers');
    const taken = { path: '/body/rules/0/name', code: 'name-taken', message: 'taken' } as const;
    desk.refusal = {
      type: '/problems/routing-refused',
      title: 'This routing cannot work. Nothing was changed.',
      status: 422,
      errors: [taken],
    };
    await screen.press('Save');
    await until('it is said at the name', async () => {
      const said = await screen.faultAt('Name of the rule');
      return said === 'Another one has this name already.';
    });
    expect(await screen.isAt('Name of the rule')).toBe(true);
  });

  it('to a channel goes by rules that can be named, asked for facts and saved', async () => {
    const desk = manager();
    const { screen } = await openConsole('/routing/rules', desk);
    await screen.press('New rule');
    await screen.fill('Name of the rule', 'Designers on a Mac');
    await screen.fill('System', 'macOS, iOS');
    await screen.press('Save');
    await until('the desk is told', () => put(desk) !== undefined);
    expect(put(desk)?.body).toEqual({
      rules: [
        { name: 'Designers on a Mac', when: { system: ['macOS', 'iOS'] }, channel: 'design-mac' },
      ],
    });
  });

  it('can be tried out, with the reasons', async () => {
    const { desk, screen } = await openConsole('/routing/try', manager());
    await screen.fill('System', 'macOS 15');
    await screen.press('Where would it go?');
    await screen.reads('It would go to Design (Mac)');
    await screen.reads('Hugo');
    await screen.reads('“Designers on a Mac” matches.');
    expect(desk.asked.find(({ path }) => path === '/api/routing/try')?.body).toEqual({
      origin: 'sos-call',
      system: 'macOS 15',
    });
  });
});
