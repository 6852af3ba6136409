import { html, type TemplateResult } from 'lit';

/** A browser's window for choosing: one of three screens is picked, and the button below it pressed. */
export function pictureOfChoosing(): TemplateResult {
  return html`<svg class="picture" viewBox="0 0 240 120" aria-hidden="true">
    <rect class="win" x="30" y="12" width="180" height="98" rx="8" stroke-width="1.5" />
    <rect class="line" x="44" y="24" width="76" height="6" rx="3" />
    <rect class="lit" x="44" y="40" width="70" height="42" rx="5" stroke-width="2" />
    <path class="stroke" stroke-width="3" d="m70 61 6 6 12-13" />
    <rect class="line" x="124" y="40" width="33" height="42" rx="5" />
    <rect class="line" x="163" y="40" width="33" height="42" rx="5" />
    <rect class="line" x="110" y="90" width="36" height="13" rx="5" />
    <rect class="mark" x="152" y="90" width="44" height="13" rx="5" />
    <path
      class="hand"
      transform="translate(176 94)"
      stroke-width="1.5"
      d="M0 0v17l4-4 3 7 3-1.4-3-7h6z"
    />
  </svg>`;
}
