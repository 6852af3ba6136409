import { css, html, nothing, type TemplateResult } from 'lit';
import type { Person } from '../desk/shapes.js';
import type { Words } from '../language/english.js';
import { face } from './face.js';
import { icon } from './icon.js';

export const whoStyle = css`
  .org {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    font-size: 0.9375rem;
    color: var(--ink-2);
  }
  .ok {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--ready);
    font-weight: 600;
  }
  .who {
    display: flex;
    gap: 16px;
    align-items: center;
  }
  .who p {
    margin-top: 4px;
    overflow-wrap: anywhere;
  }
`;

/** Who speaks for the organisation here, as the desk has checked it. */
export function verifiedDesk(organisation: string, words: Words): TemplateResult {
  return html`<p class="org">
    <span>${organisation}</span>
    <span class="ok">${icon('verified', 18)} ${words.verified}</span>
  </p>`;
}

/** A person's picture beside the page's heading and what it is about. */
export function who(person: Person | null, title: string, about: string | null): TemplateResult {
  return html`<div class="who">
    ${face(person)}
    <div>
      <h1 tabindex="-1">${title}</h1>
      ${about === null ? nothing : html`<p class="muted">${about}</p>`}
    </div>
  </div>`;
}
