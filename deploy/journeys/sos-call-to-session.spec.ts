import { until } from '../supervisor/until.js';
import { PageScene } from './page-scene.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 180_000;

const subject = 'The till does not open';

describe('A person who asks for help on the desk’s page', () => {
  let scene: PageScene;
  let request: string;

  beforeAll(async () => {
    scene = await PageScene.open('julia');
  });

  afterAll(async () => {
    await scene.close();
  });

  it('finds what the manager of a channel has opened, and asks', async () => {
    await scene.desk.openSosCall('stores', {
      name: 'Tills and card terminals',
      listed: true,
      fields: [{ label: 'Which shop?', kind: 'text', required: true }],
    });
    await scene.page.goto(`${scene.house.url}/help`);
    await scene.page.getByRole('link', { name: /Tills and card terminals/ }).click();
    await scene.page.getByLabel('What is wrong, in one sentence').fill(subject);
    await scene.page.getByLabel('Which shop?').fill('Harbour Street');
    await scene.page.getByLabel('Your name').fill('Aaron Whitfield');
    await scene.press('Ask for help');
    await scene.heading(/^Your request is number \d+$/);
    await scene.page.getByText('You are next.').waitFor();
    await scene.page.getByText('There is no estimate yet').waitFor();
    request = scene.page.url();
  });

  it('may close the window, and finds the request again', async () => {
    await scene.openAnotherTab();
    await scene.page.goto(`${scene.house.url}/help`);
    await scene.press('Go back to your request');
    await scene.heading(/^Your request is number \d+$/);
    expect(new URL(scene.page.url()).pathname).toBe(new URL(request).pathname);
  });

  it('can write while nobody is there yet, is taken out of the queue, and is seen', async () => {
    await scene.page.getByRole('textbox').fill('It beeps as well.');
    await scene.page.keyboard.press('Enter');
    const { id } = await until('the request to be in the queue', async () =>
      (await scene.desk.queue('unassigned')).find((row) => row.subject === subject),
    );
    await scene.desk.claim(id);
    await scene.heading('Julia Castelo will join in a moment');
    await scene.technician.openSession(id);
    await scene.technician.page.getByText('It beeps as well.').waitFor();
    await scene.desk.start(id, ['view']);
    await scene.press('Yes, choose what to show');
    await scene.heading('You are showing your screen');
    await scene.technician.seesMovement();
    await scene.desk.close(id, 'solved');
  });

  it('says how it was, and opens the request again when it was not solved', async () => {
    await scene.heading('Thank you, Aaron Whitfield');
    await scene.page.getByText('Very good').click();
    await scene.press('Send');
    await scene.page.getByText('Thank you for your answer.').waitFor();
    await scene.page.reload();
    await scene.heading('Thank you, Aaron Whitfield');
    await scene.press('It is not solved: ask again');
    await scene.heading('Julia Castelo will join in a moment');
  });
});
