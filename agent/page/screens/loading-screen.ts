import { css, html, type TemplateResult } from 'lit';

export const loadingStyle = css`
  .loading {
    display: flex;
    align-items: center;
    gap: 18px;
  }
  .loading i {
    flex: none;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    border: 3px solid var(--line);
    border-top-color: var(--accent);
  }
  @media (prefers-reduced-motion: no-preference) {
    .loading i {
      animation: turn 1s linear infinite;
    }
    @keyframes turn {
      to {
        rotate: 1turn;
      }
    }
  }
`;

/** A moment's wait, with what is waited for. */
export function loadingScreen(text: string): TemplateResult {
  return html`<section class="card loading">
    <i></i>
    <h1 tabindex="-1">${text}</h1>
  </section>`;
}
