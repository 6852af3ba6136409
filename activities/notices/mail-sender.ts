import { createTransport, type Transporter } from 'nodemailer';
import type { MailText } from './mail-of.js';

/** Where mails are handed in, and in whose name. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with the account in it where the server wants one. */
  readonly url: string;
  readonly from: string;
}

/** A mail with its receiver; the id keeps receivers from showing a repeated one twice. */
export interface Mail extends MailText {
  readonly id: string;
  readonly to: string;
}

/** Hands mails to an SMTP server. */
export class MailSender {
  /** Where mails are handed in, by name and port. */
  readonly server: string;
  readonly #transport: Transporter;
  readonly #from: string;

  constructor({ url, from }: MailSettings) {
    const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 15_000 };
    this.#transport = createTransport({ url, ...patience });
    this.#from = from;
    this.server = serverOf(new URL(url));
  }

  /** Resolves when the server has taken the mail; rejects with what it answered. */
  async send({ id, to, subject, text }: Mail): Promise<void> {
    const domain = this.#from.split('@').at(-1)?.replace('>', '') ?? 'mayday';
    await this.#transport.sendMail({
      from: this.#from,
      // As an address of its own, so that no comma in it makes two receivers of one.
      to: { name: '', address: to },
      subject,
      text,
      messageId: `<${id}@${domain}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  close(): void {
    this.#transport.close();
  }
}

function serverOf({ hostname, port, protocol }: URL): string {
  const usual = protocol === 'smtps:' ? '465' : '587';
  return `${hostname}:${port === '' ? usual : port}`;
}
