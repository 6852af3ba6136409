import type { NoticeKind } from '../../workflows/domain/notices/notice-kinds.js';

/** The sentences of mails in one language; `{{name}}` is filled in. */
export interface MailWords {
  readonly notices: Readonly<Record<NoticeKind, string>>;
  /** What happened, where a session was raised to a level that is known. */
  readonly raised: string;
  readonly request: string;
  readonly channel: string;
  readonly reason: string;
  readonly inTheirWords: string;
  readonly byRule: string;
  readonly usedUp: string;
  /** What is promised, by the names of the promises that every desk has. */
  readonly clocks: ReadonlyMap<string, string>;
  readonly change: string;
  readonly open: string;
  readonly whyNotice: string;
  readonly invitationSubject: string;
  readonly invitation: string;
  readonly about: string;
  readonly follow: string;
  readonly until: string;
  readonly honest: string;
  readonly regards: string;
}

const english: MailWords = {
  notices: {
    offered: 'A request is offered to you',
    'transfer-offered': 'A session is to be handed over to you',
    collaboration: 'You are asked to join a session',
    assigned: 'A session is yours now',
    'user-arrived': 'The person you invited is there',
    'user-wrote': 'The person in your session wrote',
    'new-work': 'A new request is waiting',
    sla: 'A promise is due',
    escalated: 'A session was raised a level',
    reopened: 'A session of yours was opened again',
    'transfer-declined': 'Your hand-over was not taken',
    'taken-over': 'A session of yours was taken over',
    'audit-broken': 'The audit log is not what was signed',
    'policy-proposed': 'A change of the policy waits for a second person',
    'policy-approved': 'Your change of the policy is in force',
    'policy-declined': 'Your change of the policy was declined',
  },
  raised: 'A session was raised to level {{level}}',
  request: 'Request: #{{number}} {{subject}}',
  channel: 'Channel: {{channel}}',
  reason: 'Reason: {{reason}}',
  inTheirWords: '“{{text}}”',
  byRule: 'the rule “{{rule}}”',
  usedUp: '{{percent}} % of “{{clock}}” used up',
  clocks: new Map([
    ['first-response', 'First response'],
    ['next-response', 'Next response'],
    ['first-picture', 'First picture'],
    ['resolution', 'Resolution'],
  ]),
  change: 'Change: {{title}}',
  open: 'Open it: {{url}}',
  whyNotice: 'Which of these mails you get, you choose in the console, under Notices.',
  invitationSubject: '{{technician}} from {{organisation}} invites you to a support session',
  invitation: 'Hello {{name}},\n\n{{technician}} from {{organisation}} would like to help you.',
  about: 'About: {{subject}}',
  follow: 'When you are at the computer that needs help, follow this link:',
  until: 'It works until {{until}}, and for one device only.',
  honest:
    'Nobody sees anything before you allow it, and you can stop at any moment. ' +
    'If you did not ask for help, ignore this mail; your bank, the police and Microsoft never ask for this.',
  regards: '{{organisation}}',
};

const brazilianPortuguese: MailWords = {
  notices: {
    offered: 'Um pedido foi oferecido a você',
    'transfer-offered': 'Um atendimento vai ser passado a você',
    collaboration: 'Você foi chamado a participar de um atendimento',
    assigned: 'Um atendimento agora é seu',
    'user-arrived': 'A pessoa que você convidou chegou',
    'user-wrote': 'A pessoa do seu atendimento escreveu',
    'new-work': 'Há um novo pedido esperando',
    sla: 'Um prazo está vencendo',
    escalated: 'Um atendimento subiu de nível',
    reopened: 'Um atendimento seu foi reaberto',
    'transfer-declined': 'Sua passagem não foi aceita',
    'taken-over': 'Um atendimento seu foi assumido por outra pessoa',
    'audit-broken': 'O registro de auditoria não é o que foi assinado',
    'policy-proposed': 'Uma mudança da política espera por uma segunda pessoa',
    'policy-approved': 'Sua mudança da política está em vigor',
    'policy-declined': 'Sua mudança da política foi recusada',
  },
  raised: 'Um atendimento subiu para o nível {{level}}',
  request: 'Pedido: #{{number}} {{subject}}',
  channel: 'Canal: {{channel}}',
  reason: 'Motivo: {{reason}}',
  inTheirWords: '“{{text}}”',
  byRule: 'a regra “{{rule}}”',
  usedUp: '{{percent}} % de “{{clock}}” gastos',
  clocks: new Map([
    ['first-response', 'Primeira resposta'],
    ['next-response', 'Próxima resposta'],
    ['first-picture', 'Primeira imagem'],
    ['resolution', 'Resolução'],
  ]),
  change: 'Mudança: {{title}}',
  open: 'Abrir: {{url}}',
  whyNotice: 'Quais destes e-mails você recebe, você escolhe no console, em Avisos.',
  invitationSubject: '{{technician}}, de {{organisation}}, convida você para um atendimento',
  invitation: 'Olá, {{name}},\n\n{{technician}}, de {{organisation}}, gostaria de ajudar você.',
  about: 'Assunto: {{subject}}',
  follow: 'Quando estiver no computador que precisa de ajuda, siga este link:',
  until: 'Ele funciona até {{until}}, e em um só dispositivo.',
  honest:
    'Ninguém vê nada antes de você permitir, e você pode parar a qualquer momento. ' +
    'Se você não pediu ajuda, ignore este e-mail; seu banco, a polícia e a Microsoft nunca pedem isso.',
  regards: '{{organisation}}',
};

/** The words for somebody's language tag; English for every language that the desk does not speak. */
export function mailWordsFor(language: string | null): MailWords {
  return language?.toLowerCase().startsWith('pt') === true ? brazilianPortuguese : english;
}

/** Puts values into a sentence. Values are put in as they are, and never read for further names. */
export function filled(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{\{(\w+)\}\}/g, (name, key: string) => values[key] ?? name);
}
