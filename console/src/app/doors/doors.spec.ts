import { codeFrom, inThrees } from '../../../../workflows/domain/codes/code.js';
import type { SosCall, SosField } from '../desk/contract.js';
import { FakeDesk } from '../../testing/fake-desk.js';
import { greta } from '../../testing/people.js';
import { openConsole } from '../../testing/open-console.js';
import { until as waitUntil } from '../../testing/until.js';

const code = codeFrom(12_345_678);
const digits = 'The nine digits that the person reads to you';

describe('entering a code', () => {
  async function openDialog() {
    const opened = await openConsole('/queue/mine');
    await opened.screen.press('Enter a code');
    await opened.screen.reads(digits);
    return opened;
  }

  it('takes the digits however they are spaced, and opens the session', async () => {
    const { desk, screen } = await openDialog();
    await screen.fill(digits, ` ${inThrees(code)} `);
    await screen.reads('is complete');
    await screen.press('Open the session');
    await screen.noLongerReads(digits);
    const [asked] = desk.asked.filter(({ path }) => path === '/api/code-entries');
    expect(asked?.body).toEqual(jasmine.objectContaining({ code }));
    expect(asked?.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('says before sending that a digit is wrong, and how many are missing', async () => {
    const { desk, screen } = await openDialog();
    await screen.fill(digits, '123 45');
    expect(await screen.faultAt(digits)).toBe('A code has nine digits; 5 are there.');
    await screen.fill(digits, '1');
    expect(await screen.faultAt(digits)).toBe('A code has nine digits; 1 is there.');
    await screen.fill(digits, `${code.slice(0, 8)}${(Number(code.slice(8)) + 1) % 10}`);
    await screen.reads('One digit is wrong.');
    await screen.press('Open the session');
    await waitUntil('it leads to the digits', () => screen.isAt(digits));
    expect(desk.asked.some(({ path }) => path === '/api/code-entries')).toBe(false);
  });

  it('says a code that does not work at its digits, and leads there', async () => {
    const { desk, screen } = await openDialog();
    desk.refusal = { type: '/problems/code-unknown', title: 'Unknown.', status: 404 };
    await screen.fill(digits, code);
    await screen.press('Open the session');
    await waitUntil('it leads to the digits', async () => {
      const said = await screen.faultAt(digits);
      return said.startsWith('This code does not work.') && (await screen.isAt(digits));
    });
  });

  it('works out what the desk wants first, and enters the code again', async () => {
    const { desk, screen } = await openDialog();
    desk.refusal = {
      type: '/problems/work-wanted',
      title: 'Work first.',
      status: 429,
      work: { challenge: 'a.challenge', bits: 6 },
    };
    await screen.fill(digits, code);
    await screen.press('Open the session');
    await screen.noLongerReads(digits);
    const entries = desk.asked.filter(({ path }) => path === '/api/code-entries');
    expect(entries.length).toBe(2);
    expect(entries[1]?.body).toEqual(
      jasmine.objectContaining({
        proof: jasmine.objectContaining({ challenge: 'a.challenge' }),
      }),
    );
  });

  it('begins no work that would take hours, and says to wait instead', async () => {
    const { desk, screen } = await openDialog();
    desk.refusal = {
      type: '/problems/work-wanted',
      title: 'Work first.',
      status: 429,
      work: { challenge: 'a.challenge', bits: 48 },
    };
    await screen.fill(digits, code);
    await screen.press('Open the session');
    await screen.reads('Too many codes were wrong. Wait a while and try again.');
    await screen.reads(digits);
  });
});

describe('the ways in', () => {
  const since = new Date(Date.now() - 60_000).toISOString();
  const until = new Date(Date.now() + 540_000).toISOString();
  const tills = {
    id: 'd7a3bb8e-8f0b-4a3c-8a53-6a6f6f0d1a02',
    name: 'Tills and card terminals',
    description: null,
    channel: 'general',
    technician: null,
    listed: true,
    fields: [],
    url: 'https://desk.example/sos#token',
    paused: false,
    createdBy: greta,
    createdAt: since,
    mayManage: false,
  } satisfies SosCall;

  it('are listed with who opened them, and withdrawn only after a second press', async () => {
    const desk = new FakeDesk();
    desk.doors.push({
      kind: 'code',
      id: 'd7a3bb8e-8f0b-4a3c-8a53-6a6f6f0d1a01',
      name: 'studio-14 · Debian GNU/Linux',
      channel: null,
      by: null,
      since,
      until,
      paused: false,
      mayWithdraw: true,
    });
    desk.sosCalls.push({ ...tills, paused: true });
    const { screen } = await openConsole('/queue/mine', desk);
    await screen.press('Ways in');
    await screen.reads('studio-14');
    await screen.reads('Tills and card terminals');
    await screen.press('Withdraw');
    expect(desk.asked.some(({ path }) => path.endsWith('/withdraw'))).toBe(false);
    await screen.press('Withdraw for good');
    await screen.reads('Nobody comes in by it any more.');
    expect(desk.asked.some(({ path }) => path.endsWith('/withdraw'))).toBe(true);
  });

  it('that ask what cannot be asked are told at which question, and at what of it', async () => {
    const desk = new FakeDesk();
    const fields = [{ label: 'Till', kind: 'choice', required: true }] satisfies SosField[];
    desk.sosCalls.push({ ...tills, fields, mayManage: true });
    const { screen } = await openConsole('/doors', desk);
    await screen.press('Edit');
    await screen.reads('What it asks');
    desk.refusal = {
      type: '/problems/sos-form-wrong',
      title: 'This form cannot be put before people.',
      status: 422,
      errors: [{ path: '/body/fields/0/choices', code: 'missing', message: 'is missing' }],
    };
    await screen.press('Save');
    await screen.reads('Is missing.');
    expect(await screen.faultAt('One choice on each line')).toBe('Is missing.');
    await waitUntil('it leads there', () => screen.isAt('One choice on each line'));
    await screen.press('Take this question away');
    await screen.noLongerReads('Is missing.');
  });
});
