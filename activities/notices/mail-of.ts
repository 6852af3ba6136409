import { beginningOf } from '../../workflows/domain/beginning-of-text.js';
import type { NoticeCause } from '../../workflows/domain/notices/notice-cause.js';
import type { NoticeKind } from '../../workflows/domain/notices/notice-kinds.js';
import { causeText } from './mail-cause.js';
import { filled, type MailWords, mailWordsFor } from './mail-words.js';

/** A mail as it is read: plain text, in which no address hides behind other words. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
}

/** What a mail to a technician tells of. */
export interface NoticeMailFacts {
  readonly kind: NoticeKind;
  /** Why it is told; null where the kind says it all. */
  readonly cause: NoticeCause | null;
  readonly number: number;
  readonly subject: string;
  readonly channel: string;
  readonly url: string;
  readonly language: string | null;
}

/**
 * The mail that tells a technician of a session. Its header says of which one, by number and channel:
 * what somebody wrote stands in the body, as mail servers write headers into their logs.
 */
export function noticeMail(facts: NoticeMailFacts): MailText {
  const words = mailWordsFor(facts.language);
  const { channel, url, cause } = facts;
  const values = { number: String(facts.number), subject: flat(facts.subject), channel, url };
  const what = happened(words, facts);
  const reason = cause && causeText(words, cause);
  const lines = [
    filled(words.request, values),
    filled(words.channel, values),
    ...(reason === null ? [] : [filled(words.reason, { reason: flat(reason) })]),
    filled(words.open, values),
  ];
  return {
    subject: oneLine(`${what}: #${values.number}, ${channel}`),
    text: paragraphs([`${what}.`, lines.join('\n'), words.whyNotice]),
  };
}

function happened(words: MailWords, { kind, cause }: NoticeMailFacts): string {
  const level = cause?.level ?? null;
  return level === null ? words.notices[kind] : filled(words.raised, { level: String(level) });
}

/** What a mail tells of the desk itself. */
export interface DeskMailFacts extends Pick<NoticeMailFacts, 'kind' | 'url' | 'language'> {
  /** What the change of the policy is called that it is about, if it is about one. */
  readonly title: string | null;
}

/** The mail that tells a technician of something about the desk itself. */
export function deskMail({ kind, language, url, title }: DeskMailFacts): MailText {
  const words = mailWordsFor(language);
  const what = words.notices[kind];
  const facts = title === null ? [words.open] : [words.change, words.open];
  const said = facts.map((line) => filled(line, { url, title: oneLine(title ?? '') }));
  return {
    subject: oneLine(title === null ? what : `${what}: ${title}`),
    text: paragraphs([what + '.', said.join('\n'), words.whyNotice]),
  };
}

/** What an invitation by mail is made of. */
export interface InvitationMailFacts {
  readonly name: string;
  readonly technician: string;
  readonly organisation: string;
  readonly subject: string;
  readonly link: string;
  readonly until: Date;
  readonly language: string | null;
}

/** The mail that brings an invited person their link. */
export function invitationMail({
  until,
  language,
  link,
  ...values
}: InvitationMailFacts): MailText {
  const words = mailWordsFor(language);
  const day = new Intl.DateTimeFormat(words === mailWordsFor('pt') ? 'pt-BR' : 'en-GB', {
    ...{ dateStyle: 'full', timeStyle: 'short', timeZone: 'UTC' },
  }).format(until);
  return {
    subject: oneLine(filled(words.invitationSubject, values)),
    text: paragraphs([
      filled(words.invitation, values),
      filled(words.about, values),
      `${words.follow}\n${link}\n${filled(words.until, { until: `${day} UTC` })}`,
      words.honest,
      filled(words.regards, values),
    ]),
  };
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

/** A header is one line, whatever somebody wrote. */
function oneLine(text: string): string {
  return beginningOf(flat(text), 200);
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
