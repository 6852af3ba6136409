import { HttpReceiver } from './http-receiver-testing.js';
import { WebhookSender } from './webhook-sender.js';

describe('A webhook sender', () => {
  it('does not call addresses of private networks unless the operator opens them', async () => {
    const receiver = await HttpReceiver.open();
    const closed = new WebhookSender(false);
    const open = new WebhookSender(true);
    const call = { id: 'an-id', url: new URL(receiver.url), secret: 'whsec_c2VjcmV0', body: '{}' };
    await expectAsync(closed.send(call)).toBeRejected();
    await expectAsync(
      closed.send({ ...call, url: new URL(receiver.url.replace('127.0.0.1', 'localhost')) }),
    ).toBeRejected();
    expect(receiver.calls).toEqual([]);
    expect(await open.send(call)).toBe(204);
    expect(receiver.calls.length).toBe(1);
    for (const sender of [closed, open]) sender.close();
    receiver.close();
  });
});
