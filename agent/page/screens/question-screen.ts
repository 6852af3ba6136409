import { css, html, type TemplateResult } from 'lit';
import type { DeviceSession, Question } from '../desk/shapes.js';
import '../parts/deliberate-buttons.js';
import { countdown } from '../parts/countdown.js';
import { icon, type IconName } from '../parts/icon.js';
import { verifiedDesk, who } from '../parts/who.js';
import { secondsLeft } from '../time/time-left.js';
import type { View } from './view.js';

export const questionStyle = css`
  .means {
    display: grid;
    gap: 12px;
    padding: 18px 0;
    border-block: 1px solid var(--line);
  }
  .means li {
    display: flex;
    gap: 12px;
    align-items: center;
  }
  .means svg {
    color: var(--ready);
  }
  .means .not svg {
    color: var(--ink-3);
  }
`;

/** The question for consent: who asks, what a yes means, and how long it stays open. */
export function questionScreen(
  view: View,
  session: DeviceSession,
  question: Question,
): TemplateResult {
  const { words, model, tick, actions } = view;
  const seconds = secondsLeft(model.lapsesAt ?? tick, tick);
  return html`<section class="card" role="group" aria-labelledby="asks">
    ${verifiedDesk(session.organisation, words)}
    ${who(question.by, words.asksToSee(question.by.name), words.about(session.subject))}
    <ul class="means">
      ${meaning('eye', words.seesChosen)} ${meaning('pointer', words.cannotTouch, 'not')}
      ${meaning('stop', words.stopAnyTime)}
      ${question.scopes.includes('record') ? '' : meaning('ban', words.notRecorded, 'not')}
    </ul>
    ${trouble(view)}
    <mayday-deliberate-buttons
      .yes=${words.allow}
      .no=${words.refuse}
      .question=${question.id}
      @yes=${() => {
        actions.choose();
      }}
      @no=${() => {
        actions.refuse();
      }}
    ></mayday-deliberate-buttons>
    <p class="muted">${words.thenBrowser}</p>
    ${countdown(seconds, words.lapsesIn(seconds))}
  </section>`;
}

function meaning(sign: IconName, text: string, kind = ''): TemplateResult {
  return html`<li class=${kind}>${icon(sign)} ${text}</li>`;
}

function trouble({ model, words }: View): TemplateResult | string {
  if (model.last !== 'not-chosen' && model.last !== 'not-possible') return '';
  return html`<p class="note careful" role="alert">
    ${icon('hand')} ${words.turns[model.last]('')}
  </p>`;
}
