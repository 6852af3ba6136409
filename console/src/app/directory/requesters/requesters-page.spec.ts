import { managerDesk } from '../../../testing/manager-desk.js';
import { openConsole } from '../../../testing/open-console.js';
import { until } from '../../../testing/until.js';

describe('people', () => {
  it('are opened with what they asked before, and changed', async () => {
    const { desk, screen } = await openConsole('/requesters', managerDesk());
    await screen.press('Ada Okafor');
    await screen.reads('None that you may see.');
    await screen.fill('Department', 'Print');
    await screen.press('Save');
    await screen.reads('Saved.');
    const changed = desk.asked.find(({ method }) => method === 'PUT');
    expect(changed?.body).toEqual({
      ...{ name: 'Ada Okafor', address: 'ada@example.org', language: 'en' },
      ...{ customer: 'acme', department: 'Print' },
    });
  });

  it('are forgotten only after what that takes was seen', async () => {
    const manager = managerDesk();
    manager.me.actions.atDesk.push('recording.delete');
    const { desk, screen } = await openConsole('/requesters', manager);
    await screen.press('Ada Okafor');
    await screen.press('Forget this person…');
    await screen.reads('from 2 sessions, 9 texts in all');
    expect(desk.directory.requesters.length).toBe(2);
    await screen.press('Forget for good');
    await screen.reads('Forgotten.');
    await screen.noLongerReads('Ada Okafor');
    const asked = desk.asked.find(
      ({ path, method }) => path.endsWith('/erasure') && method === 'POST',
    );
    expect(asked?.body).toEqual({ confirmation: 'a'.repeat(64) });
  });

  it('are taken over from a table only after what that would do was seen', async () => {
    const { desk, screen, fixture } = await openConsole('/requesters', managerDesk());
    await screen.press('Import a table');
    await screen.reads('names the columns');
    const page: unknown = fixture.nativeElement;
    if (!(page instanceof HTMLElement)) throw new Error('There is no page.');
    const input = page.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('There is no field for a file.');
    const chosen = new DataTransfer();
    chosen.items.add(new File(['name;customer\nEve;Globex\n'], 'people.csv'));
    input.files = chosen.files;
    input.dispatchEvent(new Event('change'));
    await screen.reads('2 people are new');
    await screen.reads('New customers: Globex');
    const imports = () => desk.asked.filter(({ path }) => path.endsWith('/requester-imports'));
    expect(imports().length).toBe(1);
    expect(imports()[0]?.body).toEqual(jasmine.objectContaining({ dryRun: true }));
    await screen.press('Take over');
    await until('the table is taken over', () => imports().length === 2);
    expect(imports()[1]?.body).toEqual({ table: 'name;customer\nEve;Globex\n', dryRun: false });
    await screen.reads('The table has been taken over.');
  });
});
