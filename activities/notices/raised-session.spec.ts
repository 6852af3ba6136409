import { fileURLToPath } from 'node:url';
import type { NoticeCause } from '../../workflows/domain/notices/notice-cause.js';
import {
  envelopeOf,
  requestOf,
  technician,
} from '../../workflows/support-session/commands-testing.js';
import { until } from '../../workflows/until-testing.js';
import { openTestDesk, type TestDesk } from '../desk-testing.js';
import { readDemonstration } from '../demonstration/read-demonstration.js';
import { seedDemonstration } from '../demonstration/seed-demonstration.js';
import { rowOf, rowsOf } from '../store/database.js';
import { noticeMail } from './mail-of.js';
import { type NoticeReader, NoticeStore } from './notice-store.js';
import { SmtpReceiver } from './smtp-receiver-testing.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('What is told of a session that was raised', () => {
  let desk: TestDesk;
  let mailbox: SmtpReceiver;

  beforeAll(async () => {
    mailbox = await SmtpReceiver.open();
    desk = await openTestDesk({ mail: { url: mailbox.url, from: 'Desk <desk@example.org>' } });
    await seedDemonstration(desk.database.owner, readDemonstration(root));
    await rowsOf(desk.database.owner, "update technicians set address = key || '@example.org'");
    await desk.notices.round();
  }, 60_000);
  afterAll(async () => {
    await desk.close();
    mailbox.close();
  }, 30_000);

  /** Raises a session twice, the first time with a reason, and waits until its manager was mailed. */
  async function raisedTwice(): Promise<{ id: string; number: string }> {
    const id = crypto.randomUUID();
    await desk.commands.send(id, envelopeOf(requestOf(id, { subject: 'No sound' })));
    for (const reason of ['He waits at\nthe airport', null]) {
      await desk.commands.send(id, envelopeOf({ type: 'escalate', reason }, technician('davi')));
    }
    await desk.notices.round();
    await until('two mails come', () => mailsOf(id).length === 2);
    const row = await rowOf<{ number: string }>(
      desk.database.app,
      'select number from sessions where id = :id',
      { id },
    );
    return { id, number: row?.number ?? '' };
  }

  const mailsOf = (id: string): readonly string[] =>
    mailbox.mails
      .filter(({ to }) => to.includes('julia@example.org'))
      .map(({ source }) => source)
      .filter((source) => source.includes(`/sessions/${id}`))
      .toSorted((one, other) => (subjectOf(one) < subjectOf(other) ? -1 : 1));

  const subjectOf = (source: string) => /^Subject: (.*)$/m.exec(source)?.[1]?.trim() ?? '';

  async function causes(): Promise<readonly (NoticeCause | null)[]> {
    const visible = [{ channel: 'general', relations: ['own', 'unassigned', 'other'] }] as const;
    const julia: NoticeReader = { technician: 'julia', visible, kindsOfDesk: [] };
    const { notices } = await new NoticeStore(desk.database.app).page(julia, null, 2);
    return notices.map(({ cause }) => cause);
  }

  it('is which one, to what level and why, and mails of one session lie together', async () => {
    const { id, number } = await raisedTwice();
    const mails = mailsOf(id);
    expect(mails.map(subjectOf)).toEqual([
      `A session was raised to level 2: #${number}, General`,
      `A session was raised to level 3: #${number}, General`,
    ]);
    expect(mails[0]).toMatch(/Reason: .*He waits at the airport/);
    expect(mails[1]).not.toContain('Reason:');
    for (const mail of mails) {
      expect(mail).toContain(`References: <session.${id}@example.org>`);
      expect(mail).toContain(`In-Reply-To: <session.${id}@example.org>`);
      expect(mail).toContain(`Request: #${number} No sound`);
      expect(mail).not.toContain('Noor');
    }
  });

  it('stands in the console too, but for a reason that was erased', async () => {
    const { id } = await raisedTwice();
    expect(await causes()).toEqual([
      { by: 'person', level: 3, reason: null },
      { by: 'person', level: 2, reason: 'He waits at\nthe airport' },
    ]);
    await rowsOf(desk.database.owner, 'delete from personal_texts where subject_key = :id', { id });
    expect(await causes()).toEqual([
      { by: 'person', level: 3, reason: null },
      { by: 'person', level: 2, reason: null },
    ]);
  });

  it('names the desk’s own reasons in the language of who reads it', () => {
    const facts = {
      kind: 'escalated',
      number: 1042,
      subject: 'No sound',
      channel: 'General',
    } as const;
    const url = 'https://desk.example.org/sessions/an-id';
    const told = (cause: NoticeCause, language: string) =>
      noticeMail({ ...facts, url, language, cause });
    const promise = { by: 'promise', level: 2, clock: 'first-response', percent: 80 } as const;
    expect(told(promise, 'en').text).toContain('Reason: 80 % of “First response” used up\n');
    const { subject, text } = told(promise, 'pt-BR');
    expect(subject).toBe('Um atendimento subiu para o nível 2: #1042, General');
    expect(text).toContain('Motivo: 80 % de “Primeira resposta” gastos\n');
    expect(told({ ...promise, clock: 'constructor' }, 'en').text).toContain(
      'Reason: 80 % of “constructor” used up\n',
    );
    expect(told({ by: 'rule', level: 2, rule: 'Nobody took it' }, 'pt-BR').text).toContain(
      'Motivo: a regra “Nobody took it”\n',
    );
  });
});
