import { css, html, type TemplateResult } from 'lit';

export const helperPicturesStyle = css`
  .picture {
    width: 100%;
    height: auto;
    border-radius: 12px;
    background: var(--closed-soft);
  }
  .picture .win {
    fill: var(--surface);
    stroke: var(--edge);
  }
  .picture .bar {
    fill: var(--line);
  }
  .picture .line {
    fill: var(--line);
  }
  .picture .mark {
    fill: var(--accent);
  }
  .picture .lit {
    fill: var(--accent-soft);
    stroke: var(--accent);
  }
  .picture .hand {
    fill: var(--ink);
    stroke: var(--surface);
  }
  .picture .stroke {
    fill: none;
    stroke: var(--accent);
    stroke-linecap: round;
    stroke-linejoin: round;
  }
`;

const hand = 'M0 0v17l4-4 3 7 3-1.4-3-7h6z';

/** A folder's window in which the downloaded file is opened by a double click. */
export function pictureOfOpening(): TemplateResult {
  return html`<svg class="picture" viewBox="0 0 240 132" aria-hidden="true">
    <rect class="win" x="34" y="16" width="172" height="104" rx="8" stroke-width="1.5" />
    <path class="bar" d="M35 24a7 7 0 0 1 7-7h156a7 7 0 0 1 7 7v9H35z" />
    <rect class="line" x="54" y="50" width="34" height="40" rx="4" />
    <rect class="line" x="50" y="98" width="42" height="6" rx="3" />
    <rect class="lit" x="101" y="44" width="46" height="68" rx="8" stroke-width="1.5" />
    <circle class="mark" cx="124" cy="67" r="11" />
    <rect class="mark" x="107" y="96" width="34" height="6" rx="3" />
    <path class="hand" transform="translate(130 72)" stroke-width="1.5" d=${hand} />
    <path class="stroke" stroke-width="2" d="m152 62 6-4M154 72h7M150 52l3-6" />
    <rect class="line" x="160" y="50" width="30" height="40" rx="4" />
  </svg>`;
}

/** The helper's first window with its one field, into which the link is pasted. */
export function pictureOfPasting(): TemplateResult {
  return html`<svg class="picture" viewBox="0 0 240 132" aria-hidden="true">
    <rect class="win" x="44" y="14" width="152" height="106" rx="8" stroke-width="1.5" />
    <circle class="mark" cx="62" cy="32" r="6" />
    <rect class="line" x="74" y="29" width="52" height="6" rx="3" />
    <rect class="line" x="60" y="50" width="80" height="6" rx="3" />
    <rect class="lit" x="60" y="64" width="120" height="20" rx="5" stroke-width="1.5" />
    <path class="stroke" stroke-width="2" d="M69 74h64" stroke-dasharray="1 5" />
    <path class="stroke" stroke-width="2" d="M140 69v10" />
    <rect class="mark" x="132" y="94" width="48" height="16" rx="5" />
    <path class="hand" transform="translate(160 102)" stroke-width="1.5" d=${hand} />
  </svg>`;
}
