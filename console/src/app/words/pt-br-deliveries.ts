import type { enDeliveries } from './en-deliveries.js';

/** Why a mail or a call did not arrive. */
export const ptBrDeliveries: Record<keyof typeof enDeliveries, string> = {
  'delivery.mail-server-missing': 'Não há servidor de e-mail.',
  'delivery.nobody-left': 'Ninguém mais deve recebê-lo.',
  'delivery.webhook-deleted': 'O webhook foi excluído.',
  'delivery.webhook-off': 'O webhook está desligado.',
  'delivery.answered-otherwise': 'A resposta foi o status {{status}}.',
  'delivery.name-not-found': 'O nome de {{server}} não é conhecido.',
  'delivery.connection-refused': '{{server}} não deixa ninguém se conectar.',
  'delivery.unreachable': 'Não há caminho até {{server}}.',
  'delivery.network-closed': '{{server}} está em uma rede privada, fechada a webhooks.',
  'delivery.timed-out': '{{server}} não respondeu a tempo.',
  'delivery.connection-lost': '{{server}} encerrou a conexão cedo demais.',
  'delivery.encryption-failed': 'Não houve conexão criptografada com {{server}}.',
  'delivery.sign-in-refused': '{{server}} recusou a entrada da central.',
  'delivery.sender-refused': '{{server}} recusou o remetente.',
  'delivery.recipient-refused': '{{server}} recusou o destinatário.',
  'delivery.mail-refused': '{{server}} recusou o e-mail.',
  'delivery.other': 'Algo deu errado com {{server}}.',
  'delivery.said': 'Nas palavras recebidas:',
};
