import { brazilianPortugueseDoors } from './brazilian-portuguese-doors.js';
import type { Words } from './english.js';

/** Everything that the page says, in Brazilian Portuguese. */
export const brazilianPortuguese: Words = {
  pageTitle: 'Ajuda remota',
  language: 'Idioma',
  verified: 'Verificado por esta central',
  desk: 'A central',
  technician: 'seu técnico',
  you: 'Você',
  troubles: {
    expired: {
      title: 'Este link venceu',
      text: 'Os links valem por tempo limitado, para proteger você. Peça um novo ao seu técnico; é rápido.',
    },
    withdrawn: {
      title: 'Este convite foi cancelado',
      text: 'O técnico retirou o convite. Se você ainda precisa de ajuda, peça um novo link.',
    },
    'used-elsewhere': {
      title: 'Este link está em uso em outro dispositivo',
      text: 'Um link pertence ao primeiro dispositivo que o abre. Continue por lá ou peça ao seu técnico um novo link para este. Se você não o abriu em nenhum outro lugar, avise seu técnico.',
    },
    closed: {
      title: 'Este atendimento terminou',
      text: 'A ajuda deste convite acabou, e ninguém vê sua tela. Se precisar de mais ajuda, peça um novo link.',
    },
    unknown: {
      title: 'Não conhecemos este link',
      text: 'Talvez falte uma parte dele. Abra-o de novo na mensagem, ou copie o link inteiro e cole aqui.',
    },
    missing: {
      title: 'Falta o link',
      text: 'Abra o link da mensagem do seu técnico, ou copie o link inteiro e cole aqui.',
    },
    unreachable: {
      title: 'Não conseguimos falar com a central',
      text: 'Sua internet ou a central pode estar fora do ar por um momento. Continuamos tentando; você não precisa fazer nada.',
    },
  },
  scopes: {
    view: 'Ver sua tela',
    control: 'Usar seu mouse e teclado',
    files: 'Trocar arquivos',
    clipboard: 'Compartilhar a área de transferência',
    record: 'Gravar o atendimento',
  },
  holds: {
    'waiting-user': 'Seu pedido está em espera até você escrever.',
    'waiting-third-party': 'Seu pedido está em espera: aguardamos outra pessoa.',
    'waiting-change': 'Seu pedido está em espera até que uma mudança seja feita.',
    scheduled: 'Seu pedido está em espera até o horário combinado.',
  },
  turns: {
    refused: () => 'Você disse não. Nada foi mostrado.',
    lapsed: (technician) =>
      `Não houve resposta a tempo, então valeu como um não. ${technician} pode perguntar de novo.`,
    'not-chosen': () => 'Você não escolheu nada, e nada é mostrado. Escolha de novo ou diga não.',
    'not-possible': () =>
      'O navegador não conseguiu mostrar a tela. Permita isso nas configurações do sistema ou diga não.',
    stopped: () => 'Você parou, e nada mais é mostrado.',
    'let-go': (technician) => `${technician} parou de ver, e nada mais é mostrado.`,
  },
  surfaces: {
    monitor: 'sua tela inteira',
    window: 'uma janela',
    browser: 'uma aba do navegador',
  },

  opening: 'Abrindo seu convite…',
  tryNow: 'Tentar agora',
  trying: 'Tentando de novo automaticamente…',
  pasteLink: 'Colar um link',

  invitedBy: (technician) => `${technician} quer ajudar você`,
  invitedByDesk: (organisation) => `${organisation} quer ajudar você`,
  forPerson: (name) => `Convite para ${name}`,
  about: (subject) => `sobre “${subject}”`,
  willBeAsked: 'Você pode receber um pedido para deixar',
  askedFirst: 'Cada pedido aparece antes na tela, e você pode dizer não.',
  onlyHelper: 'só com o assistente',
  worksUntil: 'O link vale até',
  nothingYet: 'Nada está sendo mostrado ainda.',
  honesty: 'Seu banco, a polícia e a Microsoft nunca pedem isto.',
  honestyWhy: 'Não esperava por isto? Feche a página; nada aconteceu.',
  inBrowser: 'Mostrar minha tela neste navegador',
  inBrowserHint: 'Nada para baixar. Podem olhar, mas não mexer.',
  withHelper: 'Usar o assistente',
  withHelperHint:
    'Um pequeno programa para baixar. Com sua permissão, também podem usar mouse e teclado.',
  cannotShow:
    'Este navegador não consegue mostrar sua tela. Abra o link em um computador, em um navegador atual.',
  noHelperHere: (system) =>
    `Ainda não há assistente para ${system}. Mostrar a tela neste navegador funciona sem ele.`,
  noHelperNorBrowser:
    'Ainda não há assistente para este dispositivo. Abra o link em um computador.',
  noHelperOffered:
    'Esta central não oferece o assistente no momento. Mostrar a tela neste navegador funciona sem ele.',
  thisSystem: 'o seu sistema',

  helperTitle: 'Receba ajuda com o assistente',
  helperDownload: (megabytes) => `Baixar o assistente para Linux (${megabytes} MB)`,
  helperFirst: 'Baixe e abra',
  helperFirstHint:
    'Torne o arquivo um programa (Propriedades, depois Permissões) e dê dois cliques.',
  helperSecond: 'Cole seu link nele',
  helperSecondHint: 'É a primeira coisa que o assistente pede. Copie aqui.',
  copyLink: 'Copiar meu link',
  copied: 'Copiado',
  copyFailed: 'Não foi possível copiar. Selecione o link abaixo e copie.',
  openHelper: 'Já tenho o assistente: abrir',
  helperWaiting: 'Esta página percebe quando o assistente abrir seu link.',
  helperThere: 'O assistente já está com seu link. Continue por lá; você pode fechar esta página.',
  checksum: 'Soma de verificação (SHA-256)',
  back: 'Voltar',

  joining: 'Conectando você…',
  joins: (technician) => `${technician} já vai entrar`,
  joinsDesk: 'Um técnico já vai entrar',
  meanwhile: 'Deixe esta página aberta. Você pode escrever enquanto espera.',
  nextTitle: 'O que acontece agora',
  nextAsked: (technician) => `${technician} pede para ver sua tela.`,
  nextChoose: 'Você escolhe o que mostrar: a tela ou só uma janela.',
  nextStop: 'Você pode parar a qualquer momento.',
  nothingShown: 'Ninguém vê sua tela.',
  nobodySees: 'Ninguém vê sua tela',
  afterwards: (technician) =>
    `${technician} pode perguntar de novo, e você pode escrever. Se já terminou, encerre seu pedido abaixo.`,
  leave: 'Não preciso mais de ajuda',
  leaveSure: 'Encerrar seu pedido de ajuda?',
  leaveYes: 'Sim, encerrar',
  leaveNo: 'Não, ficar',

  asksToSee: (technician) => `${technician} pede para ver sua tela`,
  seesChosen: 'Vê só o que você escolher mostrar',
  cannotTouch: 'Não pode clicar nem digitar',
  stopAnyTime: 'Você pode parar a qualquer momento',
  notRecorded: 'Nada é gravado',
  thenBrowser:
    'Em seguida, seu navegador pergunta o que mostrar. Escolha lá e clique em “Compartilhar”.',
  allow: 'Sim, escolher o que mostrar',
  refuse: 'Não, agora não',
  lapsesIn: (seconds) =>
    `Sem resposta, vale como um não, em ${seconds} ${seconds === 1 ? 'segundo' : 'segundos'}.`,
  secondsShort: 'segundos',

  choosing: 'Escolha na janela do navegador',
  choosingHint:
    'Escolha sua tela ou a janela com o problema e clique em “Compartilhar”. Se você cancelar, nada é mostrado.',
  answering: 'Avisando a central…',

  seen: (names) => `${names} vê sua tela`,
  seenByMany: (names) => `${names} veem sua tela`,
  handedTo: (name, losing) =>
    `Seu atendimento está passando para ${name}. ${losing === '' ? 'Nada mais muda.' : `Então não será mais permitido: ${losing}.`}`,
  onlySees: (technician) =>
    technician === null
      ? 'Agora só é possível ver sua tela.'
      : `Agora ${technician} só pode ver sua tela.`,
  takenBack: (scopes) => `Não é mais permitido, pois esta equipe não usa: ${scopes}.`,
  seenByNobody: 'Sua tela pode ser vista, mas ninguém está olhando agora',
  pausedTitle: 'Em pausa',
  pausedText: 'Ninguém vê nada agora. Clique em “Continuar” para mostrar sua tela de novo.',
  showingTitle: 'Você está mostrando sua tela',
  showingText:
    'Vá para a janela com o problema e siga como sempre. Esta página pode ficar em segundo plano.',
  shows: (surface) => `Mostrando: ${surface}. Podem olhar, mas não mexer.`,
  pause: 'Pausar',
  goOn: 'Continuar',
  stop: 'Parar',
  pictureConnecting: 'Conectando a imagem…',
  pictureRecovering: 'A imagem caiu. Ela volta sozinha…',
  deskAway: 'Não conseguimos falar com a central. Continuamos tentando.',
  titleSeen: 'Sua tela está visível',
  titleQuestion: 'Pergunta para você',

  againTitle: 'Sua tela não está mais sendo mostrada',
  againText: (technician) =>
    `Esta página foi recarregada, então o navegador parou. ${technician} continua aqui. Quer continuar?`,
  again: 'Escolher o que mostrar',

  chat: 'Conversa',
  chatEmpty: (technician) => `Escreva para ${technician}. O que está dando errado?`,
  write: (technician) => `Escreva para ${technician}…`,
  writeHere: 'Escreva…',
  send: 'Enviar',
  sending: 'Enviando…',
  notSent: 'Não foi enviada.',
  sendAgain: 'Enviar de novo',

  thanks: (name) => `Agradecemos, ${name}`,
  over: 'O atendimento terminou. Ninguém mais vê sua tela.',
  overByYou: 'Você encerrou seu pedido. Ninguém vê sua tela.',
  overExpired:
    'Ninguém conseguiu entrar a tempo, e o link venceu. Sentimos muito. Peça um novo link.',
  receipt: 'Seu comprovante',
  receiptWho: 'Quem ajudou',
  receiptWhen: 'Quando',
  receiptAllowed: 'O que você permitiu',
  receiptAbout: 'Sobre',
  nobody: 'Ninguém',
  nothing: 'Nada',
  closePage: 'Você pode fechar esta página.',

  helpTitle: 'Receba ajuda',
  helpText: 'Você recebeu um link? Cole aqui.',
  helpLabel: 'Seu link',
  helpPlaceholder: 'https://…/i#…',
  helpGo: 'Continuar',
  helpNoLink: 'Isto não parece um link desta central. Copie o link inteiro e cole de novo.',
  helpOtherDesk: (host) =>
    `Este link é de outra central, ${host}. Se você esperava por isso, abra-o na barra de endereço.`,
  helpHelper: 'Baixar o assistente para Linux',
  helpNoLinkTitle: 'Ainda não tem um link?',
  helpNoLinkText:
    'Peça à central de atendimento por telefone ou e-mail. Ela envia um link, e com ele você pode mostrar sua tela neste navegador ou usar o assistente.',
  helpOpenHelper: 'Já tenho o assistente: abrir',
  ...brazilianPortugueseDoors,
};
