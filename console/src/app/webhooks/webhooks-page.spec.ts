import { FakeDesk } from '../../testing/fake-desk.js';
import { openConsole } from '../../testing/open-console.js';
import { until } from '../../testing/until.js';
import { webhookTypes } from '../../../../workflows/domain/notices/webhook-types.js';
import type { Webhook } from '../desk/contract.js';
import { greta } from '../../testing/people.js';

/** A try that the other side answered with a fault of its own. */
const answered500 = {
  ...{ at: '2026-11-27T09:00:00.000Z', status: 500, tookMs: 12 },
  problem: 'It answered with status 500.',
  fault: { code: 'answered-otherwise', values: { status: 500 }, said: null },
} as const;

describe('webhooks', () => {
  const url = 'https://tickets.example.org/mayday';

  function deskWith(changes: Partial<Webhook> = {}): FakeDesk {
    const desk = new FakeDesk();
    desk.me.actions.atDesk.push('channel.configure');
    desk.me.actions.anywhere.push('channel.configure');
    desk.webhooks.webhooks.push({
      ...{ id: crypto.randomUUID(), url, description: 'Tickets', types: ['session.closed'] },
      ...{ channel: null, enabled: true, createdBy: greta, latest: null, nextTryAt: null },
      createdAt: new Date().toISOString(),
      ...changes,
    });
    return desk;
  }

  const bodiesOf = (desk: FakeDesk, method: string) =>
    desk.asked.filter((one) => one.method === method).map(({ body }) => body);

  it('are made for what one ticks, which is everything at first, the steps of promises too', async () => {
    const desk = deskWith();
    const { screen } = await openConsole('/webhooks', desk);
    await screen.press('New webhook');
    await screen.fill('What it is for', 'Wall display');
    await screen.fill('Address', 'https://wall.example.org/calls');
    await screen.reads('session.sla-step');
    await screen.press('Save');
    await screen.reads('Wall display');
    expect(bodiesOf(desk, 'POST')).toEqual([
      {
        ...{ url: 'https://wall.example.org/calls', description: 'Wall display' },
        ...{ channel: null, enabled: true, types: [...webhookTypes] },
      },
    ]);
  });

  it('say at the address that it cannot be called, and keep what was written', async () => {
    const desk = deskWith();
    const { screen } = await openConsole('/webhooks', desk);
    await screen.press('New webhook');
    await screen.fill('What it is for', 'Wall display');
    await screen.fill('Address', 'ftp://tickets.example.org');
    await screen.press('Save');
    expect(await screen.faultAt('Address')).toBe('This is no web address.');
    await screen.fill('Address', 'https://10.0.0.1/calls');
    desk.refusal = { type: '/problems/webhook-address', title: 'No.', status: 422 };
    await screen.press('Save');
    await screen.reads('This is not an address that can be called.');
    expect(await screen.faultAt('Address')).toBe('This is not an address that can be called.');
    expect(await screen.isAt('Address')).toBe(true);
    expect(await screen.filledIn('What it is for')).toBe('Wall display');
  });

  it('say where they call, of what, and that one is switched off', async () => {
    const desk = deskWith({ enabled: false, channel: 'design-mac', latest: 'given-up' });
    const { screen } = await openConsole('/webhooks', desk);
    await screen.reads(url);
    await screen.reads('Design (Mac) · session.closed');
    await screen.reads('Switched off');
    await screen.reads('Latest: Given up');
  });

  it('say of a call that has failed so far when it is tried next, not that it is on its way', async () => {
    const nextTryAt = new Date(Date.now() + 90_000).toISOString();
    const { screen } = await openConsole('/webhooks', deskWith({ latest: 'waiting', nextTryAt }));
    await screen.reads('Latest: Failed, next try in 1:');
    expect(await screen.text()).not.toContain('On its way');
  });

  it('are changed, and keep what was not touched', async () => {
    const desk = deskWith();
    const { screen } = await openConsole('/webhooks', desk);
    await screen.press('Change');
    await screen.fill('What it is for', 'Tickets of the night');
    await screen.press('Save');
    await screen.reads('Tickets of the night');
    expect(bodiesOf(desk, 'PUT')).toEqual([
      {
        ...{ url, description: 'Tickets of the night', channel: null, enabled: true },
        types: ['session.closed'],
      },
    ]);
  });

  it('show their secret only when asked, and another one once it is renewed', async () => {
    const { screen } = await openConsole('/webhooks', deskWith());
    await screen.press('Change');
    expect(await screen.text()).not.toContain('whsec_');
    await screen.press('Show the secret');
    await screen.reads('whsec_number1');
    await screen.press('Renew the secret');
    expect(await screen.text()).not.toContain('whsec_number2');
    await screen.press('Make the one before void');
    await screen.reads('whsec_number2');
    await screen.reads('Renewed. The one before is void.');
  });

  it('are tried, and the log tells what became of the call and delivers it again', async () => {
    const desk = deskWith();
    const { screen } = await openConsole('/webhooks', desk);
    await screen.press('Log');
    await screen.reads('Nothing was sent yet.');
    await screen.press('Try it');
    await screen.reads('A call is on its way. See the log.');
    await screen.reads('On its way, 0 tries');
    expect(await screen.offers('Deliver again')).toBeFalse();
    const [delivery] = desk.webhooks.deliveries;
    if (!delivery) throw new Error('Nothing was sent.');
    Object.assign(delivery, { state: 'given-up', underWay: false, attempts: [answered500] });
    await screen.reads('Given up, 1 try');
    await screen.reads('It answered with status 500.');
    await screen.press('Deliver again');
    await screen.reads('On its way, 1 try');
  });

  it('say when a call that failed is tried next, and try it now when somebody wants that', async () => {
    const desk = deskWith();
    const { screen } = await openConsole('/webhooks', desk);
    await screen.press('Try it');
    await screen.reads('On its way, 0 tries');
    expect(await screen.offers('Try now')).toBeFalse();
    const [delivery] = desk.webhooks.deliveries;
    if (!delivery) throw new Error('Nothing was sent.');
    const nextTryAt = new Date(Date.now() + 90_000).toISOString();
    Object.assign(delivery, { underWay: false, attempts: [answered500], nextTryAt });
    await screen.reads('Failed, 1 try');
    await screen.reads('Latest: Failed, next try in 1:');
    await screen.reads('Next try in 1:');
    await screen.press('Try now');
    await screen.noLongerReads('Next try in');
    expect(desk.asked.at(-2)?.path).toBe(`/api/deliveries/${delivery.id}/again`);
  });

  it('are all tried at once by who has mended the other side, and each once', async () => {
    const desk = deskWith();
    const { screen, fixture } = await openConsole('/webhooks', desk);
    await screen.press('Try it');
    await screen.press('Try it');
    await until('two are on their way', () => desk.webhooks.deliveries.length === 2);
    for (const delivery of desk.webhooks.deliveries) {
      Object.assign(delivery, { underWay: false, attempts: [answered500] });
    }
    await screen.reads('Try all 2 now');
    const page: unknown = fixture.nativeElement;
    const all =
      page instanceof HTMLElement
        ? page.querySelector('md-delivery-lines .card-head button')
        : null;
    if (!(all instanceof HTMLButtonElement)) throw new Error('There is no button.');
    all.click();
    all.click();
    await screen.noLongerReads('Failed');
    const asked = desk.asked.filter(({ path }) => path.endsWith('/again')).map(({ path }) => path);
    expect(asked.length).toBe(2);
    expect(new Set(asked).size).toBe(2);
  });

  it('are tried now also where the desk does not know until when one waits', async () => {
    const desk = deskWith();
    const { screen } = await openConsole('/webhooks', desk);
    await screen.press('Try it');
    await screen.reads('On its way, 0 tries');
    Object.assign(desk.webhooks.deliveries[0] ?? {}, { underWay: false, attempts: [answered500] });
    await screen.reads('Failed, 1 try');
    await screen.press('Try now');
    await screen.reads('On its way, 1 try');
  });

  it('say why a call did not arrive in words of one’s own, and quote what the other side said', async () => {
    const desk = deskWith();
    const { screen } = await openConsole('/webhooks', desk);
    await screen.press('Try it');
    await screen.reads('On its way, 0 tries');
    const values = { server: 'hook.example:443' };
    const fault = { code: 'encryption-failed', values, said: 'certificate has expired' };
    const attempt = { ...answered500, status: null, fault };
    Object.assign(desk.webhooks.deliveries[0] ?? {}, { underWay: false, attempts: [attempt] });
    await screen.reads('No encrypted connection to hook.example:443 came about.');
    await screen.reads('Word for word: certificate has expired');
  });

  it('stand beside the mails, of which the desk says that it can send none', async () => {
    const desk = deskWith();
    desk.me = { ...desk.me, mails: false };
    const { screen } = await openConsole('/webhooks', desk);
    await screen.reads('No mail server');
    await screen.reads('This desk sends no mails.');
  });

  it('are deleted only after one has said so twice', async () => {
    const desk = deskWith();
    const { screen } = await openConsole('/webhooks', desk);
    await screen.press('Change');
    await screen.press('Delete');
    await screen.reads('Tell it nothing more?');
    expect(desk.webhooks.webhooks.length).toBe(1);
    await screen.press('Delete');
    await screen.reads('No other system is told of anything yet.');
    await until('it is gone', () => desk.webhooks.webhooks.length === 0);
  });

  it('say what the desk has against an address', async () => {
    const desk = deskWith();
    const { screen } = await openConsole('/webhooks', desk);
    await screen.press('Change');
    desk.refusal = { type: '/problems/webhook-address', title: 'No.', status: 409 };
    await screen.press('Save');
    await screen.reads('This is not an address that can be called.');
    await screen.reads('What it is for');
  });
});
