import { css, html, nothing, type TemplateResult } from 'lit';
import type { ConsentScope, DeviceSession, Person } from '../desk/shapes.js';
import type { Words } from '../language/english.js';
import { face } from '../parts/face.js';
import { icon } from '../parts/icon.js';
import type { View } from './view.js';

export const showingStyle = css`
  .bar {
    position: sticky;
    z-index: 2;
    top: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 16px;
    padding: 12px clamp(16px, 4vw, 32px);
    background: var(--ready-soft);
    border-bottom: 2px solid var(--ready);
  }
  .bar.paused {
    background: var(--waiting-soft);
    border-color: var(--waiting);
  }
  .bar .seen {
    flex: 1 1 15rem;
    display: flex;
    align-items: center;
    gap: 12px;
    font-weight: 640;
    line-height: 1.3;
  }
  .bar .faces {
    display: flex;
  }
  .bar .faces img + img {
    margin-inline-start: -8px;
  }
  .bar .buttons {
    display: flex;
    gap: 10px;
    flex: 0 1 auto;
  }
  .bar .buttons button {
    flex: 1;
    min-width: 8rem;
  }
  .live {
    flex: none;
    width: 12px;
    height: 12px;
    border-radius: 50%;
    background: var(--ready);
  }
  .paused .live {
    background: var(--waiting);
    border-radius: 3px;
  }
  @media (max-width: 40rem) {
    .bar .buttons {
      flex: 1 1 100%;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .bar:not(.paused) .live {
      animation: breathe 2.4s ease-in-out infinite;
    }
    @keyframes breathe {
      50% {
        box-shadow: 0 0 0 6px color-mix(in srgb, var(--ready) 22%, transparent);
      }
    }
  }
`;

/** Who sees the screen, with pause and stop; always in view at the top of the page. */
export function showingBar(
  { model, words, locale, actions }: View,
  session: DeviceSession,
): TemplateResult {
  const { paused } = model;
  const toggle = (): void => {
    actions.pause(!paused);
  };
  return html`<section class="bar ${paused ? 'paused' : ''}" aria-label=${words.showingTitle}>
    <p class="seen">
      <span class="live"></span>
      <span class="faces">${session.watchers.map((person) => face(person, 'little'))}</span>
      <span>${paused ? words.pausedTitle : seenBy(session.watchers, words, locale)}</span>
    </p>
    ${newsOf(session, words).map((news) => html`<p class="note" role="status">${news}</p>`)}
    <div class="buttons">
      <button @click=${toggle}>
        ${icon(paused ? 'play' : 'pause')} ${paused ? words.goOn : words.pause}
      </button>
      <button
        class="danger"
        @click=${() => {
          actions.stop();
        }}
      >
        ${icon('stop')} ${words.stop}
      </button>
    </div>
  </section>`;
}

/** What the person does now: go on as usual. */
export function showingScreen({ model, words }: View): TemplateResult {
  const { paused, surface } = model;
  return html`<section class="card">
    <h1 tabindex="-1">${paused ? words.pausedTitle : words.showingTitle}</h1>
    <p>${paused ? words.pausedText : words.showingText}</p>
    ${
      surface === null
        ? nothing
        : html`<p class="note">${icon('eye')} ${words.shows(words.surfaces[surface])}</p>`
    }
    ${picture(model.picture, words)}
  </section>`;
}

/** What has become different, or is about to. */
function newsOf({ assignee, consent, handover }: DeviceSession, words: Words): readonly string[] {
  const names = (scopes: readonly ConsentScope[]): string =>
    scopes.map((scope) => words.scopes[scope]).join(', ');
  const { granted, narrowed } = consent;
  const lost = granted.length > 1 ? words.takenBack : () => words.onlySees(assignee?.name ?? null);
  return [
    ...(narrowed ? [lost(names(narrowed))] : []),
    ...(handover ? [words.handedTo(handover.name, names(handover.losing ?? []))] : []),
  ];
}

/** Who sees the screen, as a sentence. */
export function seenBy(watchers: readonly Person[], words: Words, locale: string): string {
  if (watchers.length === 0) return words.seenByNobody;
  const names = new Intl.ListFormat(locale).format(watchers.map(({ name }) => name));
  return watchers.length === 1 ? words.seen(names) : words.seenByMany(names);
}

function picture(state: View['model']['picture'], words: Words): TemplateResult | typeof nothing {
  if (state === 'flowing') return nothing;
  const text = state === 'connecting' ? words.pictureConnecting : words.pictureRecovering;
  return html`<p class="note careful" role="status">${icon('unplugged')} ${text}</p>`;
}
