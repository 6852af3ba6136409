/** What can go wrong with a try, said in a few English words each; a catalogue says them in other languages. */
const sentences = {
  'mail-server-missing': () => 'There is no mail server: SMTP_URL is not set.',
  'nobody-left': () => 'Nobody is to get it any more.',
  'webhook-deleted': () => 'The webhook was deleted.',
  'webhook-off': () => 'The webhook is switched off.',
  'answered-otherwise': ({ status }) => `It answered with status ${status}.`,
  'name-not-found': ({ server }) => `The name of ${server} is not known.`,
  'connection-refused': ({ server }) => `${server} lets nobody connect.`,
  unreachable: ({ server }) => `There is no way to ${server}.`,
  'network-closed': ({ server }) =>
    `${server} is in a private network, which is closed to webhooks.`,
  'timed-out': ({ server }) => `${server} did not answer in time.`,
  'connection-lost': ({ server }) => `${server} ended the connection too early.`,
  'encryption-failed': ({ server }) => `No encrypted connection to ${server} came about.`,
  'sign-in-refused': ({ server }) => `${server} refused the desk’s sign-in.`,
  'sender-refused': ({ server }) => `${server} refused the sender.`,
  'recipient-refused': ({ server }) => `${server} refused the recipient.`,
  'mail-refused': ({ server }) => `${server} refused the mail.`,
  other: ({ server }) => `Something went wrong with ${server}.`,
} satisfies Readonly<Record<string, (values: DeliveryFaultValues) => string>>;

export type DeliveryFaultCode = keyof typeof sentences;

/** What a fault is about. */
export interface DeliveryFaultValues {
  /** Whom the desk spoke with, by name and port. */
  readonly server?: string;
  readonly status?: number;
}

/** What went wrong with a try, for people of every language. */
export interface DeliveryFault {
  readonly code: DeliveryFaultCode;
  readonly values: DeliveryFaultValues;
  /** The other side's own words, in whatever language it speaks; null where it said nothing. */
  readonly said: string | null;
}

/** A fault of which the other side has said nothing. */
export function faultOf(code: DeliveryFaultCode, values: DeliveryFaultValues = {}): DeliveryFault {
  return { code, values, said: null };
}

/** A fault with what the other side said, as long as one can read. */
export function faultWithWords(
  code: DeliveryFaultCode,
  server: string,
  said: string | null,
): DeliveryFault {
  return { code, values: { server }, said: said?.trim().slice(0, mostSaid) ?? null };
}

const mostSaid = 400;

/** A fault as an English sentence, with the other side's words as a quotation. */
export function faultSentence({ code, values, said }: DeliveryFault): string {
  const sentence = sentences[code](values);
  return said === null ? sentence : `${sentence} Word for word: “${said}”`;
}
