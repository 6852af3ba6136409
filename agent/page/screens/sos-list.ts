import { css, html, type TemplateResult } from 'lit';
import type { ListedSosCall } from '../desk/door-desk.js';
import type { Words } from '../language/english.js';
import { icon } from '../parts/icon.js';

export const sosListStyle = css`
  .calls {
    display: grid;
    gap: 10px;
  }
  .calls a {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 2px 12px;
    align-items: center;
    width: 100%;
    padding: 14px 16px;
    text-align: start;
  }
  .calls b {
    font-size: 1.0625rem;
  }
  .calls small {
    grid-column: 1;
    font-size: 0.9375rem;
    font-weight: 400;
    color: var(--ink-2);
  }
  .calls svg {
    grid-area: 1 / 2 / span 2;
  }
`;

/** What one can ask for help with, each a way to its form. */
export function sosList(words: Words['sos'], calls: readonly ListedSosCall[]): TemplateResult {
  return html`<h2>${words.choose}</h2>
    <ul class="calls">
      ${calls.map(
        (call) =>
          html`<li>
            <a class="button" href=${`/sos#${call.token}`}>
              <b>${call.name}</b>
              <small>${call.paused ? words.paused : (call.description ?? call.department)}</small>
              ${icon('arrow')}
            </a>
          </li>`,
      )}
    </ul>`;
}
