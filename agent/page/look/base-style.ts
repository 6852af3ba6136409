import { css } from 'lit';

/** Layout, type and buttons of every page. */
export const baseStyle = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
  }
  * {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1 {
    font-size: 1.5rem;
    line-height: 1.22;
    letter-spacing: -0.018em;
    font-weight: 680;
    text-wrap: balance;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: 1rem;
    font-weight: 640;
  }
  :focus-visible {
    outline: 3px solid var(--focus);
    outline-offset: 2px;
  }
  svg {
    flex: none;
    display: block;
  }
  a {
    color: var(--active);
    text-underline-offset: 3px;
  }
  .muted {
    color: var(--ink-2);
  }
  .small {
    font-size: 0.875rem;
  }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 16px clamp(16px, 4vw, 32px);
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 12px;
    flex: 1;
    min-width: 0;
    font-weight: 680;
    letter-spacing: -0.01em;
    line-height: 1.25;
  }
  .brand::before {
    content: '';
    flex: none;
    width: 12px;
    height: 12px;
    margin: 4px;
    border-radius: 50%;
    background: var(--accent);
    box-shadow: 0 0 0 4px color-mix(in srgb, var(--accent) 22%, transparent);
  }
  main {
    flex: 1;
    width: 100%;
    display: grid;
    grid-template-columns: minmax(0, 33rem);
    justify-content: center;
    align-content: start;
    gap: 20px;
    padding: 16px 16px 40px;
  }
  main.two {
    align-items: start;
  }
  .card {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 18px;
    box-shadow: var(--lift);
    padding: clamp(20px, 5vw, 32px);
    display: grid;
    gap: 20px;
    align-content: start;
  }
  button,
  .button {
    font: inherit;
    font-weight: 600;
    line-height: 1.25;
    min-height: 52px;
    padding: 12px 20px;
    border-radius: 12px;
    border: 1.5px solid var(--edge);
    background: var(--raised);
    color: var(--ink);
    cursor: pointer;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    text-decoration: none;
    text-align: center;
  }
  button:hover:not(:disabled),
  .button:hover {
    background: var(--closed-soft);
  }
  .primary {
    background: var(--accent);
    border-color: transparent;
    color: var(--on-accent);
  }
  .primary:hover:not(:disabled) {
    background: var(--accent-hover);
  }
  .danger {
    background: var(--stop);
    border-color: transparent;
    color: #fff;
  }
  .danger:hover:not(:disabled) {
    background: color-mix(in srgb, var(--stop) 86%, black);
  }
  .quiet {
    background: transparent;
    border-color: transparent;
    color: var(--ink-2);
    font-weight: 550;
  }
  button:disabled {
    cursor: default;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
  }
  .row > * {
    flex: 1 1 auto;
  }
  .note {
    display: flex;
    gap: 12px;
    padding: 14px 16px;
    border-radius: 12px;
    background: var(--closed-soft);
  }
  .note svg {
    margin-top: 2px;
  }
  .note.good {
    background: var(--ready-soft);
    color: var(--ready);
  }
  .note.careful {
    background: var(--waiting-soft);
  }
  .note.careful svg {
    color: var(--waiting);
  }
  @media (min-width: 40rem) {
    main {
      padding-top: min(5vh, 56px);
    }
  }
  @media (min-width: 62rem) {
    main.two {
      grid-template-columns: minmax(0, 32rem) minmax(0, 24rem);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    .card {
      animation: arrive 0.24s ease-out;
    }
    @keyframes arrive {
      from {
        translate: 0 6px;
      }
    }
  }
  @media (max-width: 26rem) {
    h1 {
      font-size: 1.375rem;
    }
    .card {
      gap: 16px;
    }
  }
`;
