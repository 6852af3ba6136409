import { SMTPServer } from 'smtp-server';
import { until } from '../../workflows/until-testing.js';

/** One mail as a mail server got it. */
export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and text, with lines that were folded for the way put together again. */
  readonly source: string;
}

/** A real SMTP server that keeps what it is handed. */
export class SmtpReceiver {
  readonly mails: ReceivedMail[] = [];
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _session, callback) => {
        const refused = Object.assign(new Error('There is no such mailbox.'), {
          responseCode: 550,
        });
        callback(address.startsWith('nobody@') ? refused : null);
      },
      onData: (stream, { envelope }, callback) => {
        let source = '';
        stream.on('data', (chunk: Buffer) => (source += chunk.toString()));
        stream.on('end', () => {
          source = source.replaceAll('=\r\n', '').replaceAll(/\r\n[ \t]+/g, ' ');
          const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
          this.mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), source });
          callback();
        });
      },
    });
  }

  static async open(): Promise<SmtpReceiver> {
    const receiver = new SmtpReceiver();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    receiver.#server.listen(0, '127.0.0.1', () => {
      resolve(undefined);
    });
    await promise;
    return receiver;
  }

  get url(): string {
    const address = this.#server.server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return `smtp://127.0.0.1:${port}`;
  }

  /** Waits for a mail to somebody. */
  mailTo(address: string): Promise<ReceivedMail> {
    return until('the mail comes', () => this.mails.find(({ to }) => to.includes(address)));
  }

  close(): void {
    this.#server.close();
  }
}
