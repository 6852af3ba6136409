import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { english, type Words } from '../language/english.js';
import { baseStyle } from '../look/base-style.js';
import { icon } from './icon.js';

/** Copies a text, and says whether it did. */
@customElement('mayday-copy-button')
export class CopyButton extends LitElement {
  static override styles = [
    baseStyle,
    css`
      :host {
        display: grid;
        gap: 8px;
        min-height: 0;
      }
      code {
        user-select: all;
        overflow-wrap: anywhere;
        font-size: 0.875rem;
      }
    `,
  ];

  @property({ attribute: false }) accessor text = '';
  @property({ attribute: false }) accessor words: Words = english;
  @state() accessor #result: 'none' | 'copied' | 'failed' = 'none';

  override render(): TemplateResult {
    const copied = this.#result === 'copied';
    return html`<button @click=${this.#copy}>
        ${icon(copied ? 'check' : 'copy')} ${copied ? this.words.copied : this.words.copyLink}
      </button>
      <span class="heard" role="status">${copied ? this.words.copied : ''}</span>
      ${
        this.#result === 'failed'
          ? html`<p role="alert">${this.words.copyFailed}</p>
              <code>${this.text}</code>`
          : nothing
      }`;
  }

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.text);
      this.#result = 'copied';
    } catch {
      // Without encryption or permission the browser refuses; then a person can still copy by hand.
      this.#result = 'failed';
    }
  };
}
