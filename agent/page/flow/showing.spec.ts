import { rm } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildPage } from '../testing/built-page.js';
import { newPerson, openMovingPicture, startChromium } from '../testing/chromium.js';
import { FakeDesk } from '../testing/fake-desk.js';
import { eventually } from '../testing/eventually.js';
import { askedConsent, grantedConsent, greta } from '../testing/sample.js';
import { allow, followLink, joinInBrowser } from '../testing/visitor.js';

describe('Showing the screen from a browser', () => {
  let folder: string;
  let browser: Browser;
  let desk: FakeDesk;
  let person: BrowserContext;
  let page: Page;
  let faults: string[];

  beforeAll(async () => {
    [folder, browser] = await Promise.all([buildPage(), startChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    desk = await FakeDesk.start(folder);
    person = await newPerson(browser);
    await openMovingPicture(person);
    ({ page, faults } = await followLink(person, desk));
    await joinInBrowser(page);
  });
  afterEach(async () => {
    expect(faults).toEqual([]);
    await person.close();
    desk.stop();
  });

  const answers = (): unknown[] =>
    desk.calls
      .filter(({ what }) => what === 'POST /api/device/consent')
      .map(({ body }) => body['scopes']);
  const withdrawals = (): number =>
    desk.calls.filter(({ what }) => what === 'POST /api/device/consent/withdraw').length;
  const heading = (name: string | RegExp): Promise<void> =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const stop = (): Promise<void> => page.getByRole('button', { name: 'Stop' }).click();

  async function show(): Promise<void> {
    desk.ask();
    await allow(page);
    await heading('You are showing your screen');
    await eventually('a picture', () => desk.relay.frames > 2);
  }

  /** Replaces the browser's window for choosing by one that stays open until told. */
  function holdChoice(): Promise<void> {
    return page.evaluate(() => {
      const choose = navigator.mediaDevices.getDisplayMedia.bind(navigator.mediaDevices);
      // Listens before anything is chosen: the word may come while the browser still opens the screen.
      const chosen = new Promise((resolve) => {
        addEventListener('chosen', resolve, { once: true });
      });
      navigator.mediaDevices.getDisplayMedia = async (options) => {
        const screen = await choose(options);
        await chosen;
        addEventListener('look', () => {
          document.body.dataset['track'] = screen.getVideoTracks()[0]?.readyState ?? '';
        });
        return screen;
      };
    });
  }

  it('asks who, for what and for how long, and sends nothing before a yes', async () => {
    desk.ask();
    await heading('Greta Lindqvist asks to see your screen');
    await page
      .getByRole('main')
      .getByText(/it is a no, in (30|2\d) seconds/)
      .waitFor();
    expect(answers()).toEqual([]);
    expect(desk.relay.tickets).toEqual([]);
  });

  it('shows the screen after a yes, until it is stopped', async () => {
    await show();
    desk.change({ watchers: [greta] });
    await page.getByText('Greta Lindqvist sees your screen').waitFor();
    const until = new Date(Date.now() + 60_000).toISOString();
    desk.change({ handover: { name: 'Hugo Brandt', until } });
    await page.getByText('You are being handed over to Hugo Brandt').waitFor();
    desk.change({ handover: { name: 'Hugo Brandt', until, losing: ['control'] } });
    await page.getByText('No longer allowed then: Use your mouse and keyboard').waitFor();
    desk.change({ consent: { ...grantedConsent, narrowed: ['control'] } });
    await page.getByText('Greta Lindqvist can now only see your screen').waitFor();
    expect(answers()).toEqual([['view']]);
    await stop();
    await heading('Nobody sees your screen');
    expect(withdrawals()).toBe(1);
    await eventually('the picture is gone', async () => {
      const before = desk.relay.frames;
      await page.waitForTimeout(300);
      return desk.relay.frames === before;
    });
  });

  it('says no when the person does', async () => {
    desk.ask();
    await page.getByRole('button', { name: 'No, thanks' }).click();
    await page.getByText('You said no.').waitFor();
    expect(answers()).toEqual([[]]);
  });

  it('takes no answer from a program', async () => {
    desk.ask();
    const yes = page.getByRole('button', { name: 'Yes, choose what to show' });
    await eventually('the button is ready', () => yes.isEnabled());
    await yes.evaluate((button: HTMLElement) => {
      button.click();
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    });
    await heading('Greta Lindqvist asks to see your screen');
    expect(answers()).toEqual([]);
  });

  it('does not take a key meant for the chat as an answer', async () => {
    await page.getByRole('textbox').fill('Half a sentence');
    desk.ask();
    await heading('Greta Lindqvist asks to see your screen');
    await page.keyboard.press('Enter');
    expect(answers()).toEqual([]);
    await page.getByRole('button', { name: 'No, thanks' }).click();
    expect(await page.getByRole('textbox').inputValue()).toBe('Half a sentence');
  });

  it('records no consent when the choice is cancelled, and can choose again', async () => {
    await page.evaluate(() => {
      navigator.mediaDevices.getDisplayMedia = () =>
        Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
    });
    desk.ask();
    await allow(page);
    await page.getByText('You chose nothing, and nothing is shown.').waitFor();
    expect(answers()).toEqual([]);
    await page.getByRole('button', { name: 'Yes, choose what to show' }).waitFor();
  });

  it('lets go of a screen that is chosen after the question has lapsed', async () => {
    await holdChoice();
    desk.ask();
    await allow(page);
    await heading('Choose in your browser’s window');
    desk.change({ consent: { status: 'refused', granted: [], question: null } });
    await page.getByText('There was no answer in time').waitFor();
    await page.evaluate(() => dispatchEvent(new Event('chosen')));
    await eventually('the capture has ended', () =>
      page.evaluate(() => {
        dispatchEvent(new Event('look'));
        return document.body.dataset['track'] === 'ended';
      }),
    );
    expect(answers()).toEqual([]);
  });

  it('shows black while paused', async () => {
    await show();
    await eventually('a bright picture', () => desk.relay.brightness > 40);
    await page.getByRole('button', { name: 'Pause' }).click();
    await heading('Paused');
    await eventually('a black picture', () => desk.relay.brightness <= 20);
    expect(desk.relay.told.at(-1)).toContain('"reason":"paused-by-user"');
    await page.getByRole('button', { name: 'Go on' }).click();
    await eventually('a bright picture again', () => desk.relay.brightness > 40);
  });

  it('treats the browser’s own stop button like ours', async () => {
    const moving = person.pages()[0];
    await show();
    await moving?.close();
    await heading('Nobody sees your screen');
    expect(withdrawals()).toBe(1);
  });

  it('claims its place with a new ticket when the relay was restarted', async () => {
    await show();
    desk.relay.cut();
    await eventually('a claim', () => desk.relay.asked.includes('claim'));
    expect(desk.relay.tickets).toEqual(['ticket.number-1', 'ticket.number-2']);
    expect(desk.relay.asked.filter((what) => what === 'join').length).toBe(1);
  });

  it('joins anew when Janus was restarted, without a word from the person', async () => {
    await show();
    desk.relay.remembers = false;
    desk.relay.cut();
    await eventually(
      'a second join',
      () => desk.relay.asked.filter((what) => what === 'publish').length === 2,
    );
    const before = desk.relay.frames;
    await eventually('the picture again', () => desk.relay.frames > before);
    await heading('You are showing your screen');
  });

  it('does not ask again with a right that was revoked', async () => {
    await show();
    desk.relay.cut(4403);
    desk.change({ state: 'ready', consent: { status: 'not-asked', granted: [], question: null } });
    await page.getByText('Greta Lindqvist has stopped looking').waitFor();
    expect(desk.relay.tickets.length).toBe(1);
  });

  it('asks to choose again after a reload, since the browser forgets', async () => {
    await show();
    await page.reload();
    await heading('Your screen is not shown any more');
    await page.getByRole('button', { name: 'Choose what to show' }).click();
    await heading('You are showing your screen');
    expect(answers().length).toBe(1);
  });

  it('chats while waiting and catches up on what was missed', async () => {
    desk.write('Hello Aaron');
    await page.getByText('Hello Aaron').waitFor();
    await page.getByRole('textbox').fill('It closes when I export');
    await page.keyboard.press('Enter');
    await eventually('the message', () =>
      desk.messages.some(({ text }) => text.includes('export')),
    );
    desk.away = true;
    desk.hangUp();
    desk.write('Written while the line was down');
    desk.away = false;
    await page.getByText('Written while the line was down').waitFor();
  });

  it('keeps what could not be sent and sends it again', async () => {
    desk.away = true;
    await page.getByRole('textbox').fill('Are you there?');
    await page.keyboard.press('Enter');
    await page.getByText('Not sent.').waitFor();
    desk.away = false;
    await page.getByRole('button', { name: 'Send again' }).click();
    await eventually('the message', () => desk.messages.length === 1);
  });

  it('ends with thanks and a receipt, also after a reload', async () => {
    await show();
    desk.end('technician');
    await heading('Thank you, Aaron Whitfield');
    await page.reload();
    await heading('Thank you, Aaron Whitfield');
    const receipt = await page.locator('.receipt').innerText();
    for (const part of ['Greta Lindqvist', 'See your screen', 'Illustrator']) {
      expect(receipt).toContain(part);
    }
  });

  it('leaves when asked twice', async () => {
    await page.getByRole('button', { name: 'I no longer need help' }).click();
    await page.getByRole('button', { name: 'Yes, end it' }).click();
    await page.getByText('You have ended your request.').waitFor();
  });

  it('announces a new question even when the last one was answered in vain', async () => {
    desk.change({ consent: askedConsent(30_000) });
    await heading('Greta Lindqvist asks to see your screen');
    expect(await page.title()).toContain('Question for you');
    expect(
      await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName),
    ).toBe('H1');
  });
});
