import { openConsole } from '../../testing/open-console.js';

async function openInvitation() {
  const opened = await openConsole('/queue/mine');
  await opened.screen.press('New invitation');
  await opened.screen.reads('Name');
  return opened;
}

describe('an invitation', () => {
  it('needs a name and a subject only, and gives a link', async () => {
    const { desk, screen } = await openInvitation();
    await screen.fill('Name', 'Karim Aziz');
    await screen.fill('Subject', 'Scanner');
    await screen.press('Make the link');
    await screen.reads('Give this link to Karim Aziz');
    const [asked] = desk.asked.filter(({ path }) => path === '/api/invitations');
    expect(asked?.body).toEqual(
      jasmine.objectContaining({ name: 'Karim Aziz', subject: 'Scanner', assign: 'me' }),
    );
    expect(asked?.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is sent again under the same key, so that it invites once', async () => {
    const { desk, screen } = await openInvitation();
    await screen.fill('Name', 'Karim Aziz');
    await screen.fill('Subject', 'Scanner');
    desk.refusal = { type: '/problems/desk-unavailable', title: 'Busy.', status: 503 };
    await screen.press('Make the link');
    await screen.reads('The desk cannot answer right now.');
    await screen.press('Make the link');
    await screen.reads('Invitation ready');
    const keys = desk.asked.filter(({ path }) => path === '/api/invitations').map(({ key }) => key);
    expect(keys.length).toBe(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('offers those whom the directory knows, and fills in what it knows of them', async () => {
    const { desk, screen } = await openInvitation();
    await screen.fill('Name', 'Ada');
    await screen.reads('ada@example.org · Acme · Design');
    await screen.down('Name');
    await screen.enter('Name');
    await screen.reads('Known here: ada@example.org · Acme · Design');
    expect(await screen.filledIn('Mail address')).toBe('ada@example.org');
    await screen.fill('Subject', 'Scanner');
    await screen.press('Make the link');
    await screen.reads('Give this link to Ada Okafor');
    const [asked] = desk.asked.filter(({ path }) => path === '/api/invitations');
    const [ada] = desk.directory.requesters;
    expect(asked?.body).toEqual(
      jasmine.objectContaining({
        ...{ name: 'Ada Okafor', requesterId: ada?.id, address: 'ada@example.org' },
        ...{ language: 'en', customer: 'Acme' },
      }),
    );
  });

  it('is for somebody else once the name is another, who gets nothing of the first', async () => {
    const { desk, screen } = await openInvitation();
    await screen.fill('Name', 'Ada');
    await screen.reads('ada@example.org · Acme · Design');
    await screen.down('Name');
    await screen.enter('Name');
    await screen.reads('Known here');
    await screen.fill('Name', 'Karim Aziz');
    await screen.noLongerReads('Known here');
    await screen.fill('Subject', 'Scanner');
    await screen.press('Make the link');
    await screen.reads('Give this link to Karim Aziz');
    const [asked] = desk.asked.filter(({ path }) => path === '/api/invitations');
    const sent = Object.keys(Object(asked?.body) as object);
    expect(sent).not.toContain('requesterId');
    expect(sent).not.toContain('address');
  });

  it('shows what is wrong at its field', async () => {
    const { desk, screen } = await openInvitation();
    desk.refusal = {
      type: '/problems/malformed-request',
      title: 'Malformed.',
      status: 400,
      errors: [{ path: '/body/name', code: 'invisible-signs', message: 'wrong' }],
    };
    await screen.fill('Name', 'Karim Aziz');
    await screen.fill('Subject', 'Scanner');
    await screen.press('Make the link');
    await screen.reads('Must be one line of signs that can be seen.');
    expect(await screen.faultAt('Name')).toBe('Must be one line of signs that can be seen.');
    expect(await screen.faultAt('Subject')).toBe('');
    expect(await screen.isAt('Name')).toBe(true);
  });
});
