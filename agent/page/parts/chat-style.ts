import { css } from 'lit';

export const chatStyle = css`
  :host {
    min-height: 0;
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: 18px;
    box-shadow: var(--lift);
    overflow: hidden;
  }
  h2 {
    padding: 16px 20px 12px;
    border-bottom: 1px solid var(--line);
  }
  .log {
    min-height: 9rem;
    max-height: min(24rem, 48vh);
    overflow: auto;
    display: flex;
    flex-direction: column;
    gap: 10px;
    padding: 16px;
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
  .empty {
    margin: auto;
    text-align: center;
    text-wrap: balance;
  }
  .m {
    max-width: 86%;
    align-self: flex-start;
    padding: 9px 14px 10px;
    border-radius: 14px 14px 14px 4px;
    background: var(--closed-soft);
  }
  .m.me {
    align-self: flex-end;
    border-radius: 14px 14px 4px 14px;
    background: var(--active-soft);
  }
  .by {
    font-size: 0.8125rem;
    color: var(--ink-2);
  }
  .text {
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .again {
    min-height: 32px;
    padding: 2px 10px;
    font-size: 0.8125rem;
    border-radius: 8px;
  }
  form {
    display: flex;
    gap: 10px;
    padding: 12px;
    border-top: 1px solid var(--line);
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 52px;
    max-height: 9rem;
    resize: none;
    field-sizing: content;
    font: inherit;
    padding: 12px 14px;
    color: inherit;
    background: var(--paper);
    border: 1.5px solid var(--edge);
    border-radius: 12px;
  }
  textarea::placeholder {
    color: var(--ink-3);
    opacity: 1;
  }
  form button {
    flex: none;
    align-self: end;
    width: 52px;
    padding: 0;
  }
`;
