import { css, html, nothing, type TemplateResult } from 'lit';
import type { LinkTrouble } from '../link/link-trouble.js';
import { icon, type IconName } from '../parts/icon.js';
import { otherWays } from '../parts/other-ways.js';
import type { View } from './view.js';

export const troubleStyle = css`
  .sign {
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    border-radius: 50%;
    background: var(--waiting-soft);
    color: var(--waiting);
  }
  .trying {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
  }
`;

const signs: Readonly<Record<LinkTrouble, IconName>> = {
  expired: 'clock',
  withdrawn: 'ban',
  'used-elsewhere': 'devices',
  closed: 'check',
  unknown: 'question',
  missing: 'link',
  unreachable: 'unplugged',
};

/** Why the link leads nowhere, in a plain sentence, and what to do next. */
export function troubleScreen(view: View, trouble: LinkTrouble): TemplateResult {
  const { title, text } = view.words.troubles[trouble];
  return html`<section class="card">
    <span class="sign">${icon(signs[trouble], 28)}</span>
    <h1 tabindex="-1">${title}</h1>
    <p>${text}</p>
    ${wayOut(view, trouble)}
  </section>`;
}

function wayOut({ words, actions }: View, trouble: LinkTrouble): TemplateResult | typeof nothing {
  if (trouble === 'unreachable') {
    return html`<div class="trying">
      <span class="muted" role="status">${words.trying}</span>
      <button
        @click=${() => {
          actions.tryNow();
        }}
      >
        ${words.tryNow}
      </button>
    </div>`;
  }
  // Whoever opened it elsewhere goes on there.
  if (trouble === 'used-elsewhere') return nothing;
  if (trouble !== 'unknown' && trouble !== 'missing') return otherWays(words);
  return html`<a class="button primary" href="/help">${icon('link')} ${words.pasteLink}</a>`;
}
