import type { ConsentScope, HoldReason } from '../desk/shapes.js';
import { englishDoors } from './english-doors.js';
import type { LinkTrouble } from '../link/link-trouble.js';
import type { LastTurn, Surface } from '../state/model.js';

/** A heading with the sentence below it. */
interface Saying {
  readonly title: string;
  readonly text: string;
}

const troubles: Readonly<Record<LinkTrouble, Saying>> = {
  expired: {
    title: 'This link has run out',
    text: 'Links work for a limited time, to protect you. Ask your technician for a new one; it takes them a moment.',
  },
  withdrawn: {
    title: 'This invitation was taken back',
    text: 'The technician has withdrawn it. If you still need help, ask for a new link.',
  },
  'used-elsewhere': {
    title: 'This link is in use on another device',
    text: 'A link belongs to the first device that opens it. Go on there, or ask your technician for a new link for this one. If you have not opened it anywhere else, tell your technician.',
  },
  closed: {
    title: 'This session is over',
    text: 'The help you were invited to has ended, and nobody sees your screen. If you need more help, ask for a new link.',
  },
  unknown: {
    title: 'We do not know this link',
    text: 'Perhaps a part of it is missing. Open it again from the message, or copy all of it and paste it here.',
  },
  missing: {
    title: 'The link is missing',
    text: 'Open the link from your technician’s message, or copy all of it and paste it here.',
  },
  unreachable: {
    title: 'The desk cannot be reached',
    text: 'Your internet connection or the desk may be down for a moment. We keep trying; you do not have to do anything.',
  },
};

const scopes: Readonly<Record<ConsentScope, string>> = {
  view: 'See your screen',
  control: 'Use your mouse and keyboard',
  files: 'Exchange files',
  clipboard: 'Share the clipboard',
  record: 'Record the session',
};

const holds: Readonly<Record<HoldReason, string>> = {
  'waiting-user': 'Your request is on hold until you write.',
  'waiting-third-party': 'Your request is on hold: we are waiting for somebody else.',
  'waiting-change': 'Your request is on hold until a change has been made.',
  scheduled: 'Your request is on hold until the agreed time.',
};

const turns: Readonly<Record<LastTurn, (technician: string) => string>> = {
  refused: () => 'You said no. Nothing was shown.',
  lapsed: (technician) =>
    `There was no answer in time, so it was a no. ${technician} can ask again.`,
  'not-chosen': () => 'You chose nothing, and nothing is shown. Choose again, or say no.',
  'not-possible': () =>
    'Your browser did not let the screen be shown. Allow it in your system’s settings, or say no.',
  stopped: () => 'You stopped, and nothing is shown any more.',
  'let-go': (technician) => `${technician} has stopped looking, and nothing is shown any more.`,
};

const surfaces: Readonly<Record<Surface, string>> = {
  monitor: 'your whole screen',
  window: 'one window',
  browser: 'one browser tab',
};

/** Everything that the page says, in English; its type is what every other language must have. */
export const english = {
  pageTitle: 'Remote help',
  language: 'Language',
  verified: 'Verified by this desk',
  desk: 'The desk',
  technician: 'your technician',
  you: 'You',
  troubles,
  scopes,
  holds,
  turns,
  surfaces,

  opening: 'Opening your invitation…',
  tryNow: 'Try now',
  trying: 'Trying again by itself…',
  pasteLink: 'Paste a link',

  invitedBy: (technician: string) => `${technician} would like to help you`,
  invitedByDesk: (organisation: string) => `${organisation} would like to help you`,
  forPerson: (name: string) => `Invitation for ${name}`,
  about: (subject: string) => `about “${subject}”`,
  willBeAsked: 'You may be asked to let them',
  askedFirst: 'You are asked each time, and you can say no.',
  onlyHelper: 'only with the helper',
  worksUntil: 'The link works until',
  nothingYet: 'Nothing is shared yet.',
  honesty: 'Your bank, the police and Microsoft never ask for this.',
  honestyWhy: 'Not expecting this? Close the page; nothing has happened.',
  inBrowser: 'Show my screen in this browser',
  inBrowserHint: 'Nothing to download. They can look, not touch.',
  withHelper: 'Use the helper',
  withHelperHint:
    'A small program to download. They can also use mouse and keyboard, if you allow it.',
  cannotShow:
    'This browser cannot show your screen. Open the link on a computer, in a current browser.',
  noHelperHere: (system: string) =>
    `There is no helper for ${system} yet. Showing your screen in this browser works without one.`,
  noHelperNorBrowser:
    'There is no helper for this device yet. Open the link on a computer instead.',
  noHelperOffered:
    'This desk offers no helper at the moment. Showing your screen in this browser works without one.',
  thisSystem: 'your system',

  helperTitle: 'Get help with the helper',
  helperDownload: (megabytes: string) => `Download the helper for Linux (${megabytes} MB)`,
  helperFirst: 'Download and open it',
  helperFirstHint: 'Make the file a program (Properties, then Permissions), and double-click it.',
  helperSecond: 'Paste your link there',
  helperSecondHint: 'The helper asks for it first. Copy it here.',
  copyLink: 'Copy my link',
  copied: 'Copied',
  copyFailed: 'Copying did not work. Select the link below and copy it.',
  openHelper: 'I already have the helper: open it',
  helperWaiting: 'This page notices when the helper has opened your link.',
  helperThere: 'The helper has your link. Go on there; you can close this page.',
  checksum: 'Checksum for the careful (SHA-256)',
  back: 'Back',

  joining: 'Connecting you…',
  joins: (technician: string) => `${technician} will join in a moment`,
  joinsDesk: 'A technician will join in a moment',
  meanwhile: 'Keep this page open. You can write while you wait.',
  nextTitle: 'What happens next',
  nextAsked: (technician: string) => `${technician} asks to see your screen.`,
  nextChoose: 'You choose what to show: the screen, or one window.',
  nextStop: 'You can stop at any moment.',
  nothingShown: 'Nobody sees your screen.',
  nobodySees: 'Nobody sees your screen',
  afterwards: (technician: string) =>
    `${technician} can ask you again, and you can write. If you are done, end your request below.`,
  leave: 'I no longer need help',
  leaveSure: 'End your request for help?',
  leaveYes: 'Yes, end it',
  leaveNo: 'No, stay',

  asksToSee: (technician: string) => `${technician} asks to see your screen`,
  seesChosen: 'Sees only what you choose to show',
  cannotTouch: 'Cannot click or type',
  stopAnyTime: 'You can stop at any moment',
  notRecorded: 'Nothing is recorded',
  thenBrowser: 'Next, your browser asks what to show. Pick it there, then press “Share”.',
  allow: 'Yes, choose what to show',
  refuse: 'No, thanks',
  lapsesIn: (seconds: number) =>
    `Without an answer it is a no, in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
  secondsShort: 'seconds',

  choosing: 'Choose in your browser’s window',
  choosingHint:
    'Pick your screen or the window with the problem, then press “Share”. If you cancel, nothing is shown.',
  answering: 'Telling the desk…',

  seen: (names: string) => `${names} sees your screen`,
  seenByMany: (names: string) => `${names} see your screen`,
  handedTo: (name: string, losing: string) =>
    `You are being handed over to ${name}. ${losing === '' ? 'Nothing else changes.' : `No longer allowed then: ${losing}.`}`,
  onlySees: (technician: string | null) =>
    technician === null
      ? 'Your screen can now only be seen.'
      : `${technician} can now only see your screen.`,
  takenBack: (scopes: string) => `No longer allowed, for this team does not use it: ${scopes}.`,
  seenByNobody: 'Your screen can be seen, but nobody is looking right now',
  pausedTitle: 'Paused',
  pausedText: 'Nobody sees anything now. Press “Go on” to show your screen again.',
  showingTitle: 'You are showing your screen',
  showingText:
    'Go to the window with the problem and carry on as usual. This page can stay in the background.',
  shows: (surface: string) => `Shown: ${surface}. They can look, not touch.`,
  pause: 'Pause',
  goOn: 'Go on',
  stop: 'Stop',
  pictureConnecting: 'Connecting the picture…',
  pictureRecovering: 'The picture broke off. It comes back by itself…',
  deskAway: 'The desk cannot be reached. We keep trying.',
  titleSeen: 'Your screen is seen',
  titleQuestion: 'Question for you',

  againTitle: 'Your screen is not shown any more',
  againText: (technician: string) =>
    `This page was reloaded, so your browser stopped. ${technician} is still here. Do you want to go on?`,
  again: 'Choose what to show',

  chat: 'Chat',
  chatEmpty: (technician: string) => `Write to ${technician}. What is going wrong?`,
  write: (technician: string) => `Write to ${technician}…`,
  writeHere: 'Write…',
  send: 'Send',
  sending: 'Sending…',
  notSent: 'Not sent.',
  sendAgain: 'Send again',

  thanks: (name: string) => `Thank you, ${name}`,
  over: 'The session is over. Nobody sees your screen any more.',
  overByYou: 'You have ended your request. Nobody sees your screen.',
  overExpired:
    'Nobody could join in time, so the link has run out. We are sorry. Ask for a new link.',
  receipt: 'Your receipt',
  receiptWho: 'Who helped',
  receiptWhen: 'When',
  receiptAllowed: 'What you allowed',
  receiptAbout: 'About',
  nobody: 'Nobody',
  nothing: 'Nothing',
  closePage: 'You can close this page.',

  helpTitle: 'Get help',
  helpText: 'Have you been given a link? Paste it here.',
  helpLabel: 'Your link',
  helpPlaceholder: 'https://…/i#…',
  helpGo: 'Continue',
  helpNoLink: 'This does not look like a link of this desk. Copy all of it and paste it again.',
  helpOtherDesk: (host: string) =>
    `This link belongs to another desk, ${host}. If you expected that, open it in the address bar.`,
  helpHelper: 'Download the helper for Linux',
  helpNoLinkTitle: 'No link yet?',
  helpNoLinkText:
    'Ask the service desk by phone or mail. They send you a link, and with it you can show your screen in this browser, or use the helper.',
  helpOpenHelper: 'I have the helper: open it',
  ...englishDoors,
};

export type Words = typeof english;
