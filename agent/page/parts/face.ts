import { css, html, nothing, type TemplateResult } from 'lit';
import type { Person } from '../desk/shapes.js';

export const faceStyle = css`
  .face {
    flex: none;
    width: 64px;
    height: 64px;
    border-radius: 50%;
    object-fit: cover;
    background: var(--closed-soft);
  }
  .face.little {
    width: 32px;
    height: 32px;
  }
`;

/** A technician's picture; the name always stands beside it. */
export function face(person: Person | null, size = ''): TemplateResult | typeof nothing {
  if (!person) return nothing;
  return html`<img class="face ${size}" src=${person.face} alt="" />`;
}
