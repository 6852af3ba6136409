import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import {
  leadingZeroBits,
  type Proof,
  provenText,
} from '../../workflows/domain/codes/proof-of-work.js';
import { buildPage } from './testing/built-page.js';
import { newPerson, startChromium } from './testing/chromium.js';
import { eventually } from './testing/eventually.js';
import { FakeDesk } from './testing/fake-desk.js';

const till = {
  name: 'Tills and card terminals',
  description: 'Of the shops',
  department: 'Stores',
  token: 'a-token-of-an-sos-call',
  paused: false,
};

describe('The pages for who has no link', () => {
  let folder: string;
  let browser: Browser;
  let desk: FakeDesk;
  let person: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    [folder, browser] = await Promise.all([buildPage(), startChromium()]);
  });
  afterAll(async () => {
    await browser.close();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    desk = await FakeDesk.start(folder);
    desk.sosCalls = [till];
    desk.sosVisit = {
      organisation: 'Northwind IT Support',
      name: till.name,
      description: till.description,
      department: till.department,
      paused: false,
      fields: [
        { label: 'Which shop?', kind: 'text', required: true },
        { label: 'Which till?', kind: 'choice', required: false, choices: ['1', '2'] },
      ],
      helpers: [],
    };
    desk.session = { ...desk.session, origin: 'sos-call', assignee: null };
    person = await newPerson(browser);
    page = await person.newPage();
    page.setDefaultTimeout(15_000);
  });
  afterEach(async () => {
    await person.close();
    desk.stop();
  });

  const heading = (name: string | RegExp): Promise<void> =>
    page.getByRole('heading', { level: 1, name }).waitFor();
  const press = (name: string | RegExp): Promise<void> =>
    page.getByRole('button', { name }).click();
  const sent = (what: string) => desk.calls.filter((call) => call.what === what);

  it('show a code in threes with its time, and go on when it was entered', async () => {
    await page.goto(`${desk.origin}/help`);
    await press('Show me a code');
    await page.getByText('123 456 782').waitFor();
    await page
      .getByRole('timer')
      .getByText(/Works for (9|10) min/)
      .waitFor();
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    desk.standings = [
      {
        state: 'used',
        remainingMs: 0,
        link: { url: `${desk.origin}/i#a-token-by-code`, expiresAt },
      },
    ];
    await heading(/Your request is number 1042/);
    expect(sent('POST /api/device-sessions')[0]?.body['token']).toBe('a-token-by-code');
  });

  it('work out beside the page what the desk wants before it gives out a code', async () => {
    desk.codeWork = { challenge: 'a.challenge', bits: 12 };
    const worker = page.waitForEvent('worker');
    await page.goto(`${desk.origin}/help/code`);
    expect((await worker).url()).toContain('/page/proof-worker-');
    await page.getByText('123 456 782').waitFor();
    const proof = sent('POST /api/codes').at(-1)?.body['proof'] as Proof;
    expect(proof.challenge).toBe('a.challenge');
    const hash = createHash('sha256').update(provenText(proof)).digest();
    expect(leadingZeroBits(hash)).toBeGreaterThanOrEqual(12);
  });

  it('give a code up that nobody waits with, and offer a new one for one that is over', async () => {
    await page.goto(`${desk.origin}/help/code`);
    await page.getByText('123 456 782').waitFor();
    desk.standings = [{ state: 'over', remainingMs: 0 }];
    await heading('This code no longer works');
    await page.getByRole('status').getByText('Get a new one').waitFor();
    desk.standings = [{ state: 'live', remainingMs: 600_000 }];
    await press('New code');
    await page.getByText(/Works for/).waitFor();
    await press('Back');
    await eventually('the desk is told', () => sent('POST /api/code-waits/end').length === 1);
  });

  it('say at once that the time of a code is up, show no digits then, and go on if it was entered in the last moment', async () => {
    await page.clock.install();
    await page.goto(`${desk.origin}/help/code`);
    await page.getByText('123 456 782').waitFor();
    await page.clock.runFor(600_000);
    await heading('This code no longer works');
    expect(await page.getByText('123 456 782').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'New code' }).isVisible()).toBeTrue();
    const expiresAt = new Date(Date.now() + 60_000).toISOString();
    const link = { url: `${desk.origin}/i#a-token-by-code`, expiresAt };
    desk.standings = [{ state: 'used', remainingMs: 0, link }];
    await heading(/Your request is number 1042/);
  });

  it('ask what is wrong, and keep company in the waiting room', async () => {
    await page.goto(`${desk.origin}/sos`);
    await page.waitForURL(`${desk.origin}/help`);
    await page.getByRole('link', { name: /Tills and card terminals/ }).click();
    await page.getByLabel('What is wrong, in one sentence').fill('The till does not open');
    await press('Ask for help');
    expect(sent('POST /api/sos-requests').length).withContext('a question is open').toBe(0);
    await page.getByLabel('Which shop?').fill('Harbour Street');
    await page.getByLabel('Which till?').selectOption('2');
    await page.getByLabel('Your name').fill('Aaron Whitfield');
    await press('Ask for help');
    await heading('Your request is number 1042');
    await page.getByText('You are number 2 in the queue.').waitFor();
    await page.getByText('There is no estimate yet').waitFor();
    expect(sent('POST /api/sos-requests')[0]?.body['answers']).toEqual([
      { label: 'Which shop?', value: 'Harbour Street' },
      { label: 'Which till?', value: '2' },
    ]);
    desk.waiting = {
      number: 1042,
      place: 1,
      estimate: { fromMs: 200_000, toMs: 500_000, requests: 23, days: 7 },
    };
    await page.getByText('Usually it takes 4 minutes to 9 minutes from here.').waitFor();
    await page.getByText('From how long 23 people waited in the last 7 days.').waitFor();
  });

  it('tell the number also where somebody has the request at once', async () => {
    const face = '/api/people/greta/face';
    const assignee = { key: 'greta', name: 'Greta Lindqvist', face };
    desk.session = { ...desk.session, assignee };
    await page.goto(`${desk.origin}/sos#${till.token}`);
    await page.getByLabel('What is wrong, in one sentence').fill('The till does not open');
    await page.getByLabel('Which shop?').fill('Harbour Street');
    await page.getByLabel('Your name').fill('Aaron Whitfield');
    await press('Ask for help');
    await heading('Greta Lindqvist will join in a moment');
    await page.getByText('Your request is number 1042.').waitFor();
    await page.getByText('You may close this page.').waitFor();
  });

  it('go on by themselves when an SOS Call is no longer paused, and say when it is gone', async () => {
    const open = desk.sosVisit;
    desk.sosVisit = open && { ...open, paused: true };
    await page.goto(`${desk.origin}/sos#a-token-of-an-sos-call`);
    await heading('No requests are taken here just now');
    desk.sosVisit = open;
    await heading('Tills and card terminals');
    desk.sosVisit = null;
    await heading('This way of asking for help is closed');
  });

  it('keep what was written while an SOS Call is paused, and ask by themselves for who had asked', async () => {
    const open = desk.sosVisit;
    await page.clock.install();
    await page.goto(`${desk.origin}/sos#a-token-of-an-sos-call`);
    await page.getByLabel('What is wrong, in one sentence').fill('The till does not open');
    await page.getByLabel('Which shop?').fill('Harbour');
    desk.sosVisit = open && { ...open, paused: true };
    await page.clock.runFor(9_000);
    await heading('No requests are taken here just now');
    await page.getByText('What you have written stays here.').waitFor();
    desk.sosVisit = open;
    await page.clock.runFor(9_000);
    await page.getByLabel('Your name').fill('Rita');
    desk.sosVisit = open && { ...open, paused: true };
    await press('Ask for help');
    await heading('No requests are taken here just now');
    await page.getByText('Your request is kept here').waitFor();
    expect(await page.getByText(/did not take/).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Ask for help' }).isVisible()).toBeFalse();
    desk.sosVisit = open;
    await page.clock.runFor(9_000);
    await heading(/Your request is number 1042/);
    expect(sent('POST /api/sos-requests').at(-1)?.body).toEqual(
      jasmine.objectContaining({ name: 'Rita', subject: 'The till does not open' }),
    );
  });

  it('are in Portuguese for who reads that', async () => {
    const reader = await newPerson(browser, { locale: 'pt-BR' });
    const other = await reader.newPage();
    await other.goto(`${desk.origin}/help`);
    await other.getByRole('button', { name: 'Mostrar um código' }).click();
    await other.getByText('Leia estes números para o seu técnico').waitFor();
    await reader.close();
  });

  it('ask at the end how it was, and whether it is solved', async () => {
    const at = new Date().toISOString();
    const receipt = { startedAt: at, endedAt: at, technicians: ['Greta Lindqvist'], allowed: [] };
    desk.session = {
      ...desk.session,
      state: 'closed',
      reopenUntil: new Date(Date.now() + 86_400_000).toISOString(),
      ending: { outcome: 'solved', at, by: { kind: 'desk', rule: 'spec' } },
      receipt,
    };
    await page.goto(`${desk.origin}/i#a-token-of-a-request`);
    await press('Show my screen in this browser');
    await heading(/Thank you/);
    await page.getByText('Very good').click();
    await page.getByLabel(/Anything you would like to say/).fill('Kind and quick');
    await press('Send');
    await page.getByText('Thank you for your answer.').waitFor();
    expect(sent('PUT /api/device/satisfaction')[0]?.body).toEqual({
      score: 5,
      words: 'Kind and quick',
    });
    await press('It is not solved: ask again');
    await heading('Your request is number 1042');
  });
});
