import type { englishDoors } from './english-doors.js';

/** Codes, SOS Calls and what is asked at the end, in Brazilian Portuguese. */
export const brazilianPortugueseDoors: typeof englishDoors = {
  code: {
    offer: 'Um técnico está ao telefone com você?',
    offerText: 'Leia um código para ele, e ele poderá pedir para ver sua tela.',
    get: 'Mostrar um código',
    title: 'Leia estes números para o seu técnico',
    text: 'Ele digita o código. Depois perguntamos aqui antes de mostrar qualquer coisa, e você decide.',
    left: (minutes, seconds) =>
      minutes > 0 ? `Vale por mais ${minutes} min ${seconds} s` : `Vale por mais ${seconds} s`,
    over: 'Este código não vale mais',
    overText: 'Um código vale só por pouco tempo. Peça um novo e leia esse para o seu técnico.',
    again: 'Novo código',
    back: 'Voltar',
    getting: 'Buscando um código…',
    full: 'A central não tem código livre agora. Tente de novo daqui a pouco.',
  },
  sos: {
    title: 'Pedir ajuda',
    choose: 'Com o que você precisa de ajuda?',
    otherWays: 'Outras formas de pedir ajuda',
    paused: 'Nenhum pedido é recebido aqui agora',
    pausedText:
      'O que você escreveu fica aqui. Deixe esta página aberta: ela segue sozinha quando os pedidos voltarem.',
    pausedAsked:
      'Seu pedido fica guardado aqui e vai sozinho para a central quando os pedidos voltarem. Por favor, deixe esta página aberta.',
    gone: 'Este caminho para pedir ajuda foi fechado',
    goneText: 'Pergunte à sua central como falar com ela agora.',
    unknown: 'Não conhecemos este link',
    unknownText: 'Talvez falte uma parte. Abra-o de novo de onde você o encontrou.',
    name: 'Seu nome',
    address: 'Seu e-mail (opcional)',
    subject: 'O que há de errado, em uma frase',
    optional: '(opcional)',
    pick: 'Escolha',
    send: 'Pedir ajuda',
    sending: 'Enviando…',
    missing: 'Preencha este campo.',
    failed: 'A central não aceitou o pedido. Confira o que escreveu e tente de novo.',
    safe: 'Nada é mostrado a ninguém antes de você permitir.',
    kept: (subject) => `Você pediu ajuda: “${subject}”`,
    keptBack: 'Voltar ao seu pedido',
  },
  waiting: {
    number: (number) => `Seu pedido é o número ${number}`,
    title: 'Seu pedido está com a central',
    place: (place) => (place === 1 ? 'Você é o próximo.' : `Você é o número ${place} da fila.`),
    estimate: (from, to) => `Costuma levar de ${from} a ${to} a partir daqui.`,
    short: (to) => `Costuma levar menos de ${to} a partir daqui.`,
    restsOn: (requests, days) =>
      `Pelo tempo que ${requests} pessoas esperaram nos últimos ${days} dias.`,
    noEstimate: 'Ainda não há estimativa: poucas pessoas pediram ajuda aqui ultimamente.',
    minutes: (minutes) => (minutes === 1 ? '1 minuto' : `${minutes} minutos`),
    hours: (hours) => (hours === 1 ? '1 hora' : `${hours} horas`),
    safe: 'Você pode fechar esta página. Seu pedido fica, e você pode voltar a ele neste dispositivo.',
  },
  end: {
    question: 'Como foi a ajuda?',
    scores: ['Nada boa', 'Ruim', 'Razoável', 'Boa', 'Muito boa'],
    words: 'Quer dizer mais alguma coisa? (opcional)',
    send: 'Enviar',
    answered: 'Obrigado pela resposta.',
    again: 'Não foi resolvido: pedir de novo',
    againUntil: (time) => `Você pode reabrir seu pedido até ${time}.`,
  },
};
