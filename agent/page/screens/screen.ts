import { html, nothing, type CSSResult, type TemplateResult } from 'lit';
import { countdownStyle } from '../parts/countdown.js';
import { faceStyle } from '../parts/face.js';
import { whoStyle } from '../parts/who.js';
import type { ScreenName } from '../state/screen.js';
import { choosingScreen, choosingStyle } from './choosing-screen.js';
import { goodbyeScreen, goodbyeStyle } from './goodbye-screen.js';
import { helperPicturesStyle } from './helper-pictures.js';
import { helperScreen, helperStyle } from './helper-screen.js';
import { invitationScreen, invitationStyle } from './invitation-screen.js';
import { loadingScreen, loadingStyle } from './loading-screen.js';
import { questionScreen, questionStyle } from './question-screen.js';
import { showAgainScreen } from './show-again-screen.js';
import { showingScreen, showingStyle } from './showing-screen.js';
import { troubleScreen, troubleStyle } from './trouble-screen.js';
import type { View } from './view.js';
import { waitingRoomStyle } from './waiting-room.js';
import { waitingScreen, waitingStyle } from './waiting-screen.js';

export const screenStyles: readonly CSSResult[] = [
  faceStyle,
  whoStyle,
  countdownStyle,
  choosingStyle,
  goodbyeStyle,
  helperPicturesStyle,
  helperStyle,
  invitationStyle,
  loadingStyle,
  questionStyle,
  showingStyle,
  troubleStyle,
  waitingRoomStyle,
  waitingStyle,
];

type Drawing = TemplateResult | typeof nothing;

const drawings: Readonly<Record<ScreenName, (view: View) => Drawing>> = {
  opening: ({ words }) => loadingScreen(words.opening),
  joining: ({ words }) => loadingScreen(words.joining),
  trouble: (view) => given(view.model.trouble, (trouble) => troubleScreen(view, trouble)),
  invitation: (view) => given(view.model.visit, (visit) => invitationScreen(view, visit)),
  helper: (view) => given(view.model.visit, (visit) => helperScreen(view, visit)),
  waiting: (view) => given(view.model.session, (session) => waitingScreen(view, session)),
  question: (view) =>
    given(view.model.session, (session) =>
      given(session.consent.question, (question) => questionScreen(view, session, question)),
    ),
  choosing: choosingScreen,
  showing: showingScreen,
  'show-again': (view) => given(view.model.session, (session) => showAgainScreen(view, session)),
  goodbye: (view) => given(view.model.session, (session) => goodbyeScreen(view, session)),
};

/** Draws a screen. */
export function drawScreen(name: ScreenName, view: View): Drawing {
  return html`${drawings[name](view)}`;
}

function given<T>(thing: T | null, draw: (thing: T) => Drawing): Drawing {
  return thing === null ? nothing : draw(thing);
}
