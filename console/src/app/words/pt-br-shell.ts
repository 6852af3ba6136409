import type { enShell } from './en-shell.js';

/** Around every page: the way around, the connection and dialogs, in Brazilian Portuguese. */
export const ptBrShell: Readonly<Record<keyof typeof enShell, string>> = {
  'shell.navigation': 'Navegação',
  'shell.inHand': 'Com você agora',
  'shell.menu': 'Menu',
  'shell.skip': 'Ir para a página',
  'connection.lost': 'Não foi possível falar com a central.',
  'connection.again': 'O que você vê pode estar desatualizado. Tentando de novo…',
  'connection.reconnecting': 'Reconectando',
  'connection.absent': 'Dispositivo ausente',
  'dialog.close': 'Fechar',
  'dialog.cancel': 'Cancelar',
  'suggest.list': 'O que serve',
  'suggest.found.one': '{{n}} serve; as setas levam até lá',
  'suggest.found.other': '{{n}} servem; as setas levam até eles',
  'dialog.dismiss': 'Dispensar',
};
