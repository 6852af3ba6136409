import { css, html, nothing, type TemplateResult } from 'lit';
import type { DeviceSession } from '../desk/shapes.js';
import '../parts/leave-button.js';
import { icon } from '../parts/icon.js';
import { verifiedDesk, who } from '../parts/who.js';
import type { View } from './view.js';

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

/** The device is there and nobody looks: who comes, and what will happen then. */
export function waitingScreen(view: View, session: DeviceSession): TemplateResult {
  const { words, model, actions } = view;
  const { assignee, organisation, subject, hold } = session;
  const name = assignee?.name ?? words.technician;
  return html`<section class="card">
    ${verifiedDesk(organisation, words)} ${turn(view, name)}
    ${who(assignee, assignee ? words.joins(name) : words.joinsDesk, words.about(subject))}
    ${hold === null ? nothing : html`<p class="note careful">${icon('clock')} ${words.holds[hold]}</p>`}
    <p>${words.meanwhile}</p>
    <div class="next">
      <h2>${words.nextTitle}</h2>
      <ol>
        <li>${words.nextAsked(sentenceStart(name))}</li>
        <li>${words.nextChoose}</li>
        <li>${words.nextStop}</li>
      </ol>
    </div>
    ${
      model.last === null
        ? html`<p class="ok">${icon('verified', 18)} ${words.nothingShown}</p>`
        : nothing
    }
    <mayday-leave-button
      .words=${words}
      @leave=${() => {
        actions.leave();
      }}
    ></mayday-leave-button>
  </section>`;
}

function turn({ model, words }: View, name: string): TemplateResult | typeof nothing {
  if (model.last === null) return nothing;
  return html`<p class="note good">
    ${icon('check')} ${words.turns[model.last](sentenceStart(name))}
  </p>`;
}

function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
