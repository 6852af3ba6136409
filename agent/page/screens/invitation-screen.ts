import { css, html, nothing, type TemplateResult } from 'lit';
import type { LinkVisit } from '../desk/shapes.js';
import { icon } from '../parts/icon.js';
import { verifiedDesk, who } from '../parts/who.js';
import { clockTime, relativeTime } from '../time/time-left.js';
import type { View } from './view.js';

export const invitationStyle = css`
  .facts {
    display: grid;
    gap: 14px;
    padding: 18px 0;
    border-block: 1px solid var(--line);
  }
  .facts > div {
    display: flex;
    gap: 12px;
  }
  .facts .fact {
    color: var(--ink-2);
  }
  .facts svg {
    margin-top: 2px;
    color: var(--ink-3);
  }
  .facts li {
    display: flex;
    gap: 8px;
  }
  .facts li::before {
    content: '·';
    font-weight: 700;
  }
  .ways {
    display: grid;
    gap: 12px;
  }
  .way {
    justify-content: flex-start;
    text-align: start;
    padding: 16px 18px;
    gap: 16px;
    border-radius: 14px;
  }
  .way span {
    flex: 1;
  }
  .way small {
    display: block;
    margin-top: 3px;
    font-size: 0.9375rem;
    font-weight: 450;
    line-height: 1.4;
  }
  .way:not(.primary) small {
    color: var(--ink-2);
  }
`;

/** Who asks, for what, until when; and the two ways on. */
export function invitationScreen(view: View, visit: LinkVisit): TemplateResult {
  const { words } = view;
  const { technician, organisation, subject, requesterName } = visit;
  const title = technician ? words.invitedBy(technician.name) : words.invitedByDesk(organisation);
  return html`<section class="card">
    ${verifiedDesk(words.forPerson(requesterName), words)}
    ${who(technician, title, words.about(subject))} ${facts(view, visit)} ${careful(view)}
    ${ways(view)}
  </section>`;
}

function facts(view: View, { scopes, expiresAt }: LinkVisit): TemplateResult {
  const { words } = view;
  return html`<div class="facts">
    <div>
      ${icon('question')}
      <div>
        <p class="fact">${words.willBeAsked}</p>
        <div>
          <ul>
            ${scopes.map(
              (scope) =>
                html`<li>
                  <span>
                    ${lowered(words.scopes[scope])}
                    ${
                      scope === 'view'
                        ? nothing
                        : html`<span class="muted">(${words.onlyHelper})</span>`
                    }
                  </span>
                </li>`,
            )}
          </ul>
        </div>
        <p class="muted small">${words.askedFirst}</p>
      </div>
    </div>
    ${expiresAt === null ? nothing : until(view, new Date(expiresAt))}
  </div>`;
}

function until({ words, locale, now }: View, at: Date): TemplateResult {
  return html`<div>
    ${icon('clock')}
    <div>
      <p class="fact">${words.worksUntil}</p>
      <div>
        ${clockTime(locale, at, now)}
        <span class="muted">(${relativeTime(locale, at.getTime() - now.getTime())})</span>
      </div>
    </div>
  </div>`;
}

function careful({ words }: View): TemplateResult {
  return html`<div class="note careful">
    ${icon('hand')}
    <p><strong>${words.honesty}</strong> ${words.honestyWhy}</p>
  </div>`;
}

function ways({ model, words, actions }: View): TemplateResult {
  const browser = model.canShow
    ? html`<button
        class="way primary"
        @click=${() => {
          actions.go('browser');
        }}
      >
        ${icon('screen', 26)}<span>${words.inBrowser}<small>${words.inBrowserHint}</small></span>
      </button>`
    : html`<p class="note">${icon('devices')} ${words.cannotShow}</p>`;
  return html`<div class="ways">
    ${browser}
    <button
      class="way"
      @click=${() => {
        actions.go('helper');
      }}
    >
      ${icon('pointer', 26)}<span>${words.withHelper}<small>${words.withHelperHint}</small></span>
    </button>
    <p class="small muted">${words.nothingYet}</p>
  </div>`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
