import { css, html, type TemplateResult } from 'lit';
import type { LinkVisit } from '../desk/shapes.js';
import { runsLinuxHelper, systemOf } from '../device/system.js';
import { linkOf } from '../link/link-token.js';
import '../parts/copy-button.js';
import { icon } from '../parts/icon.js';
import { pictureOfOpening, pictureOfPasting } from './helper-pictures.js';
import type { View } from './view.js';

export const helperStyle = css`
  .steps {
    display: grid;
    gap: 24px;
  }
  .step {
    display: grid;
    gap: 12px;
  }
  .step h2 {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  .step h2 b {
    flex: none;
    display: grid;
    place-items: center;
    width: 30px;
    height: 30px;
    border-radius: 50%;
    background: var(--accent-soft);
    color: var(--accent);
  }
  .how,
  .how > div {
    display: grid;
    gap: 12px;
    align-content: center;
  }
  @media (min-width: 40rem) {
    .how {
      grid-template-columns: 12rem 1fr;
      gap: 20px;
    }
  }
  details summary {
    cursor: pointer;
    padding: 10px 0;
  }
  code {
    font:
      0.875rem/1.5 ui-monospace,
      monospace;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .watch {
    display: flex;
    gap: 12px;
    align-items: center;
  }
`;

type Helper = LinkVisit['helpers'][number];

/** Getting the helper and giving it the link; or, where there is none, the way that works. */
export function helperScreen(view: View, visit: LinkVisit): TemplateResult {
  const helper = visit.helpers[0];
  if (visit.state !== 'waiting') return taken(view);
  return html`<section class="card">
    <h1 tabindex="-1">${view.words.helperTitle}</h1>
    ${helper && runsLinuxHelper(navigator.userAgent) ? steps(view, helper) : noHelper(view, helper)}
    <button
      class="quiet"
      @click=${() => {
        view.actions.go('undecided');
      }}
    >
      ${view.words.back}
    </button>
  </section>`;
}

function taken({ words }: View): TemplateResult {
  return html`<section class="card">
    <h1 tabindex="-1">${words.helperTitle}</h1>
    <p class="note good">${icon('check')} ${words.helperThere}</p>
  </section>`;
}

function steps({ model, words, locale }: View, helper: Helper): TemplateResult {
  const link = linkOf(model.token ?? '', location.origin);
  return html`<ol class="steps">
      <li class="step">
        <h2><b>1</b>${words.helperFirst}</h2>
        <div class="how">
          ${pictureOfOpening()}
          <div>
            <a class="button primary" href=${helper.path} download>
              ${icon('download')} ${words.helperDownload(megabytes(locale, helper.bytes))}
            </a>
            <p class="muted">${words.helperFirstHint}</p>
          </div>
        </div>
      </li>
      <li class="step">
        <h2><b>2</b>${words.helperSecond}</h2>
        <div class="how">
          ${pictureOfPasting()}
          <div>
            <mayday-copy-button .text=${link} .words=${words}></mayday-copy-button>
            <p class="muted">${words.helperSecondHint}</p>
          </div>
        </div>
      </li>
    </ol>
    <p class="watch muted">${words.helperWaiting}</p>
    <a class="button" href=${`mayday:${link}`}>${words.openHelper}</a>
    <details class="small muted">
      <summary>${words.checksum}</summary>
      <code>${helper.sha256}</code>
    </details>`;
}

function noHelper({ model, words, actions }: View, helper: Helper | undefined): TemplateResult {
  if (!model.canShow) return html`<p class="note">${words.noHelperNorBrowser}</p>`;
  const system = systemOf(navigator.userAgent) ?? words.thisSystem;
  return html`<p class="note">
      ${icon('devices')} ${helper ? words.noHelperHere(system) : words.noHelperOffered}
    </p>
    <button
      class="primary"
      @click=${() => {
        actions.go('browser');
      }}
    >
      ${icon('screen')} ${words.inBrowser}
    </button>`;
}

function megabytes(locale: string, bytes: number): string {
  return new Intl.NumberFormat(locale).format(Math.max(1, Math.round(bytes / 1_000_000)));
}
