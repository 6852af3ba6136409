import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { DeliveryFaultCode } from './delivery-fault.js';
import { faultSentence } from './delivery-fault.js';
import { mailFaultOf, type MailFault } from './mail-fault.js';
import { MailSender } from './mail-sender.js';

const closing: (() => void)[] = [];

/** A port on which something answers as one says. */
async function machine(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function wire(speak: (socket: Socket) => void): Promise<string> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    speak(socket);
  });
  closing.push(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return machine(server);
}

async function mailServer(options: SMTPServerOptions): Promise<string> {
  const plain = { authOptional: true, disabledCommands: ['STARTTLS'], logger: false };
  const server = new SMTPServer({ ...plain, ...options });
  server.on('error', () => undefined);
  closing.push(() => {
    server.close();
  });
  return machine(server.server);
}

function refusal(responseCode: number, said: string): Error {
  return Object.assign(new Error(said), { responseCode });
}

async function faultAt(url: string): Promise<MailFault> {
  const sender = new MailSender({ url, from: 'Desk <desk@example.org>' });
  try {
    const text = { subject: 'A subject', text: 'A text' };
    const mail = { ...text, id: 'an-id', to: 'noor@example.com', thread: null };
    await sender.send(mail);
  } catch (error) {
    return mailFaultOf(error, sender.server);
  } finally {
    sender.close();
  }
  throw new Error('It was taken.');
}

describe('What goes wrong with handing in a mail', () => {
  afterAll(() => {
    for (const close of closing) close();
  });

  async function expectFault(
    url: string,
    code: DeliveryFaultCode,
    said: RegExp | null = null,
    final = false,
  ): Promise<void> {
    const found = await faultAt(url);
    const server = new URL(url).host;
    expect(found.fault.code).toBe(code);
    expect(found.fault.values).toEqual({ server });
    expect(found.final).toBe(final);
    if (said === null) expect(found.fault.said).toBeNull();
    else expect(found.fault.said).toMatch(said);
    expect(faultSentence(found.fault)).toContain(server);
  }

  it('is that nobody listens there', async () => {
    const server = createServer();
    const gone = await machine(server);
    await once(server.close(), 'close');
    await expectFault(`smtp://${gone}`, 'connection-refused');
  });

  it('is that nobody knows the name', async () => {
    await expectFault('smtp://mail.invalid:25', 'name-not-found');
  }, 30_000);

  it('is that nobody answers in time', async () => {
    const silent = await wire(() => undefined);
    const found = await faultAt(`smtp://${silent}?greetingTimeout=200`);
    expect(found.fault).toEqual({ code: 'timed-out', values: { server: silent }, said: null });
  });

  it('is that the line breaks off', async () => {
    const broken = await wire((socket) => socket.destroy());
    await expectFault(`smtp://${broken}`, 'connection-lost');
  });

  it('is that no encryption comes about, with what this machine says of it', async () => {
    const secure = await mailServer({ secure: true });
    await expectFault(`smtps://${secure}`, 'encryption-failed', /certificate/);
    const plain = await mailServer({});
    await expectFault(`smtps://${plain}`, 'encryption-failed', /./);
    const upgrading = await mailServer({ disabledCommands: [] });
    await expectFault(`smtp://${upgrading}`, 'encryption-failed', /certificate/);
  });

  it('is that the desk may not sign in, which is tried again once that was mended', async () => {
    const strict = await mailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, callback) => {
        callback(refusal(535, 'Wrong password.'));
      },
    });
    await expectFault(`smtp://desk:wrong@${strict}`, 'sign-in-refused', /^535 .*Wrong password\./);
  });

  it('is that the recipient is refused, for good or for now', async () => {
    for (const [code, final] of [
      [550, true],
      [450, false],
    ] as const) {
      const server = await mailServer({
        onRcptTo: (_address, _session, callback) => {
          callback(refusal(code, 'Caixa inexistente.'));
        },
      });
      const said = new RegExp(`^${code} .*Caixa inexistente\\.`);
      await expectFault(`smtp://${server}`, 'recipient-refused', said, final);
    }
  });

  it('is that the sender is refused, or the mail', async () => {
    const noSender = await mailServer({
      onMailFrom: (_address, _session, callback) => {
        callback(refusal(553, 'Who are you?'));
      },
    });
    await expectFault(`smtp://${noSender}`, 'sender-refused', /Who are you/);
    const noMail = await mailServer({
      onData: (stream, _session, callback) => {
        stream.on('end', () => {
          callback(refusal(554, 'Spam.'));
        });
        stream.resume();
      },
    });
    await expectFault(`smtp://${noMail}`, 'mail-refused', /Spam/, true);
  });

  it('is something else, in the server’s own words', async () => {
    const closed = await wire((socket) => socket.end('554 No mail here today.\r\n'));
    await expectFault(`smtp://${closed}`, 'other', /No mail here today\./);
  });
});
