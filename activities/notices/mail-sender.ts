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
  /** What it is about, by a name that all mails about it share; null for one that stands alone. */
  readonly thread: string | null;
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
  async send({ id, to, thread, subject, text }: Mail): Promise<void> {
    await this.#transport.sendMail({
      from: this.#from,
      // As an address of its own, so that no comma in it makes two receivers of one.
      to: { name: '', address: to },
      subject,
      text,
      messageId: this.#messageId(id),
      ...(thread === null ? {} : this.#inThread(thread)),
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
  }

  // Mail programs put together what refers to one mail, also where nobody ever got that.
  #inThread(thread: string) {
    const root = this.#messageId(thread);
    return { inReplyTo: root, references: root };
  }

  #messageId(name: string): string {
    const domain = this.#from.split('@').at(-1)?.replace('>', '') ?? 'mayday';
    return `<${name}@${domain}>`;
  }

  close(): void {
    this.#transport.close();
  }
}

function serverOf({ hostname, port, protocol }: URL): string {
  const usual = protocol === 'smtps:' ? '465' : '587';
  return `${hostname}:${port === '' ? usual : port}`;
}
