import { css, html, nothing, type TemplateResult } from 'lit';
import type { DeviceSession } from '../desk/shapes.js';
import '../parts/leave-button.js';
import type { LastTurn } from '../state/model.js';
import { icon } from '../parts/icon.js';
import { verifiedDesk, who } from '../parts/who.js';
import type { View } from './view.js';
import { waitingRoom } from './waiting-room.js';

export const waitingStyle = css`
  .next {
    display: grid;
    gap: 14px;
    padding: 18px 0;
    border-block: 1px solid var(--line);
  }
  .next ol {
    display: grid;
    gap: 12px;
    counter-reset: step;
  }
  .next li {
    display: flex;
    gap: 12px;
    counter-increment: step;
  }
  .next li::before {
    content: counter(step);
    flex: none;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    background: var(--closed-soft);
    font-weight: 640;
    font-size: 0.9375rem;
  }
`;

/** The device is there and nobody looks: who comes, or what has just ended, and what may follow. */
export function waitingScreen(view: View, session: DeviceSession): TemplateResult {
  const { words, actions } = view;
  const { organisation, hold } = session;
  return html`<section class="card">
    ${verifiedDesk(organisation, words)} ${arriving(view, session)}
    ${
      hold === null
        ? nothing
        : html`<p class="note careful">${icon('clock')} ${words.holds[hold]}</p>`
    }
    <mayday-leave-button
      .words=${words}
      @leave=${() => {
        actions.leave();
      }}
    ></mayday-leave-button>
  </section>`;
}

/** Whom nobody has taken yet waits in the waiting room; everybody else for somebody by name. */
function arriving(view: View, session: DeviceSession): TemplateResult {
  const { last } = view.model;
  if (last !== null) return afterwards(view, session, last);
  const isQueued = session.origin === 'sos-call' && session.assignee === null;
  return isQueued ? waitingRoom(view, session) : coming(view, session);
}

function coming(view: View, { assignee, subject }: DeviceSession): TemplateResult {
  const { words } = view;
  const name = assignee?.name ?? words.technician;
  return html`${who(assignee, assignee ? words.joins(name) : words.joinsDesk, words.about(subject))}
    ${meanwhile(view)}
    <div class="next">
      <h2>${words.nextTitle}</h2>
      <ol>
        <li>${words.nextAsked(sentenceStart(name))}</li>
        <li>${words.nextChoose}</li>
        <li>${words.nextStop}</li>
      </ol>
    </div>
    <p class="ok">${icon('verified', 18)} ${words.nothingShown}</p>`;
}

/** A request of an SOS Call has a number, and is safe to leave; whoever follows a link is waited for. */
function meanwhile({ words, model }: View): TemplateResult {
  const number = model.waiting?.number ?? null;
  if (number === null) return html`<p>${words.meanwhile}</p>`;
  return html`<p><b>${words.waiting.number(number)}.</b> ${words.waiting.safe}</p>`;
}

function afterwards(
  { words }: View,
  { assignee, subject }: DeviceSession,
  last: LastTurn,
): TemplateResult {
  const name = sentenceStart(assignee?.name ?? words.technician);
  return html`${who(assignee, words.nobodySees, words.about(subject))}
    <p class="note good">${icon('check')} ${words.turns[last](name)}</p>
    <p>${words.afterwards(name)}</p>`;
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
