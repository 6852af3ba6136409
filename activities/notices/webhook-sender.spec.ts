import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { HttpReceiver } from './http-receiver-testing.js';
import { webhookFaultOf } from './webhook-fault.js';
import { PrivateNetworkClosed, WebhookSender } from './webhook-sender.js';

describe('A webhook sender', () => {
  it('does not call addresses of private networks unless the operator opens them', async () => {
    const receiver = await HttpReceiver.open();
    const closed = new WebhookSender(false);
    const open = new WebhookSender(true);
    const call = { id: 'an-id', url: new URL(receiver.url), secret: 'whsec_c2VjcmV0', body: '{}' };
    await expectAsync(closed.send(call)).toBeRejectedWithError(PrivateNetworkClosed);
    await expectAsync(
      closed.send({ ...call, url: new URL(receiver.url.replace('127.0.0.1', 'localhost')) }),
    ).toBeRejectedWithError(PrivateNetworkClosed);
    expect(receiver.calls).toEqual([]);
    expect(await open.send(call)).toBe(204);
    expect(receiver.calls.length).toBe(1);
    for (const sender of [closed, open]) sender.close();
    receiver.close();
  });

  it('says by a code why a call was not answered', async () => {
    const silent = createServer((socket) => socket.resume());
    const port = await portOf(silent);
    const sender = new WebhookSender(true, 200);
    const faultAt = async (server: string): Promise<unknown> => {
      const call = { id: 'an-id', secret: 'whsec_c2VjcmV0', body: '{}' };
      const answer = sender.send({ ...call, url: new URL(`http://${server}`) });
      return answer.catch((error: unknown) => webhookFaultOf(error, server));
    };
    const plain = (code: string, server: string) => ({ code, values: { server }, said: null });
    const at = `127.0.0.1:${port}`;
    expect(await faultAt(at)).toEqual(plain('timed-out', at));
    await new Promise((done) => silent.close(done));
    expect(await faultAt(at)).toEqual(plain('connection-refused', at));
    expect(await faultAt('hook.invalid')).toEqual(plain('name-not-found', 'hook.invalid'));
    sender.close();
  });
});

async function portOf(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
