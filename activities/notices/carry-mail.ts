import {
  causeOf,
  hasCause,
  type NoticeCause,
} from '../../workflows/domain/notices/notice-cause.js';
import { isNoticeKind, type NoticeKind } from '../../workflows/domain/notices/notice-kinds.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import { linkKeyOf, linkTokenOf, linkUrl } from '../links/link-token.js';
import type { Directory } from '../directory/directory.js';
import type { ProposalStore } from '../policy/proposal-store.js';
import type { SessionRecord } from '../record/session-record.js';
import type { Carrier, Trial } from './delivery-activities.js';
import { type DeliveryFaultCode, faultOf } from './delivery-fault.js';
import type { Delivery } from './delivery-log.js';
import { mailFaultOf } from './mail-fault.js';
import { deskMail, invitationMail, type MailText, noticeMail } from './mail-of.js';
import type { Mail, MailSender } from './mail-sender.js';

/** The type of the delivery that brings an invited person their link. */
export const invitationType = 'invitation';

/** The recipient that stands for the person whom a session is about. */
export const requester = 'requester';

/** What mails are written with. */
export interface MailCarrierOptions {
  readonly record: Pick<SessionRecord, 'find' | 'event'>;
  readonly directory: Pick<Directory, 'technician'>;
  /** The number that people say to each other. */
  readonly numberOf: (sessionId: string) => Promise<number>;
  /** What a channel is called; one that is gone keeps its key. */
  readonly channelName: (key: string) => Promise<string>;
  readonly proposals: Pick<ProposalStore, 'find'>;
  /** Null where there is no mail server. */
  readonly sender: MailHandler | null;
  readonly publicUrl: URL;
  readonly organisation: string;
  readonly rootKey: Buffer;
}

/** Hands mails to the server that it names. */
type MailHandler = Pick<MailSender, 'send' | 'server'>;

type Addressed = MailText & Pick<Mail, 'to' | 'thread'>;

/** Writes a mail from what the desk knows now, and hands it in: the log itself keeps neither names nor links. */
export function carryMail(options: MailCarrierOptions): Carrier {
  return async (delivery) => {
    if (!options.sender) return final('mail-server-missing');
    const mail = await mailFor(options, delivery);
    return mail ? send(options.sender, { ...mail, id: delivery.id }) : final('nobody-left');
  };
}

async function mailFor(options: MailCarrierOptions, delivery: Delivery): Promise<Addressed | null> {
  const { sessionId, recipient, type } = delivery;
  if (sessionId === null) return ofTheDesk(options, delivery);
  const session = await options.record.find(sessionId);
  if (!session) return null;
  if (recipient === requester)
    return type === invitationType ? toRequester(options, session) : null;
  return toTechnician(options, session, delivery);
}

async function toRequester(
  { directory, publicUrl, organisation, rootKey }: MailCarrierOptions,
  session: Session,
): Promise<Addressed | null> {
  const { address, name, language } = session.requester;
  if (address === null || hasEnded(session) || session.startBy === null) return null;
  const { createdBy } = session;
  const author = createdBy.kind === 'technician' ? await directory.technician(createdBy.key) : null;
  const facts = {
    ...{ name, language, organisation, subject: session.subject },
    technician: author?.name ?? organisation,
    link: linkUrl(publicUrl, linkTokenOf(linkKeyOf(rootKey), session.id)),
    until: new Date(session.startBy),
  };
  return { to: address, thread: null, ...invitationMail(facts) };
}

async function toTechnician(
  options: MailCarrierOptions,
  session: Session,
  { recipient, type, payload }: Delivery,
): Promise<Addressed | null> {
  const { directory, numberOf, channelName, publicUrl } = options;
  const receiver = await receiverOf(directory, recipient);
  const kind = kindIn(type);
  if (!receiver || !kind) return null;
  const { id, subject } = session;
  const facts = {
    ...{ kind, subject, language: receiver.language },
    cause: await causeIn(options, id, kind, payload),
    number: await numberOf(id),
    channel: await channelName(session.channel),
    url: new URL(`/sessions/${id}`, publicUrl).href,
  };
  return { to: receiver.to, thread: `session.${id}`, ...noticeMail(facts) };
}

/** Why it is told, by the event that the notice was made of. */
async function causeIn(
  { record }: Pick<MailCarrierOptions, 'record'>,
  sessionId: string,
  kind: NoticeKind,
  payload: unknown,
): Promise<NoticeCause | null> {
  const { sequence } = payload as { readonly sequence?: number };
  if (!hasCause(kind) || sequence === undefined) return null;
  const event = await record.event(sessionId, sequence);
  return event && causeOf(kind, event);
}

async function ofTheDesk(
  { directory, publicUrl, proposals }: MailCarrierOptions,
  { recipient, type, payload }: Delivery,
): Promise<Addressed | null> {
  const receiver = await receiverOf(directory, recipient);
  const kind = kindIn(type);
  if (!receiver || !kind) return null;
  const { to, language } = receiver;
  const id = proposalIn(payload);
  // What the desk tells of itself stands in its log, unless it is about a change of the policy.
  if (id === null) {
    const url = new URL('/audit', publicUrl).href;
    return { to, thread: 'audit', ...deskMail({ kind, url, language, title: null }) };
  }
  const proposal = await proposals.find(id);
  if (!proposal) return null;
  const url = new URL(`/policy/changes/${id}`, publicUrl).href;
  const thread = `policy-change.${id}`;
  return { to, thread, ...deskMail({ kind, url, language, title: proposal.title }) };
}

function proposalIn(payload: unknown): string | null {
  const { proposal } = payload as { readonly proposal?: string };
  return proposal ?? null;
}

async function receiverOf(
  directory: MailCarrierOptions['directory'],
  recipient: string | null,
): Promise<{ to: string; language: string | null } | null> {
  const known = recipient === null ? null : await directory.technician(recipient);
  if (!known?.address || known.disabled) return null;
  return { to: known.address, language: known.language };
}

function kindIn(type: string): NoticeKind | null {
  const kind = type.replace(/^notice\./, '');
  return isNoticeKind(kind) ? kind : null;
}

async function send(sender: MailHandler, mail: Mail): Promise<Trial> {
  try {
    await sender.send(mail);
    return { status: null, fault: null };
  } catch (error) {
    return { status: null, ...mailFaultOf(error, sender.server) };
  }
}

function final(code: DeliveryFaultCode): Trial {
  return { status: null, fault: faultOf(code), final: true };
}
