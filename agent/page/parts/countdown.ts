import { css, html, type TemplateResult } from 'lit';

export const countdownStyle = css`
  .countdown {
    display: flex;
    align-items: center;
    gap: 14px;
  }
  .ring .track {
    stroke: var(--line);
  }
  .ring .rest {
    stroke: var(--waiting);
  }
  .ring text {
    fill: var(--ink);
    font:
      680 17px/1 'Inter',
      system-ui,
      sans-serif;
  }
  @media (prefers-reduced-motion: no-preference) {
    .ring .rest {
      transition: stroke-dashoffset 0.25s linear;
    }
  }
`;

/** How long a question stays open by the desk's rules, which fills the ring. */
const wholeSeconds = 30;

/** The seconds that are left, as a ring that empties beside the sentence that says what then. */
export function countdown(seconds: number, sentence: string): TemplateResult {
  const gone = wholeSeconds - Math.min(seconds, wholeSeconds);
  return html`<div class="countdown">
    <svg class="ring" width="52" height="52" viewBox="0 0 52 52" fill="none" aria-hidden="true">
      <circle class="track" cx="26" cy="26" r="23" stroke-width="4" />
      <circle
        class="rest"
        cx="26"
        cy="26"
        r="23"
        stroke-width="4"
        stroke-linecap="round"
        pathLength=${wholeSeconds}
        stroke-dasharray=${wholeSeconds}
        stroke-dashoffset=${gone}
        transform="rotate(-90 26 26)"
      />
      <text x="26" y="32" text-anchor="middle">${seconds}</text>
    </svg>
    <p class="muted small">${sentence}</p>
  </div>`;
}
