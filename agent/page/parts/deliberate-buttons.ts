import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyle } from '../look/base-style.js';

/** A click or key that was on its way when the question appeared was not meant for it. */
const deafForMs = 600;

/**
 * Yes and no to a question of weight. Only a real press counts, never one made by a program, and
 * none in the moment in which the question appears. Fires `yes` and `no`.
 */
@customElement('mayday-deliberate-buttons')
export class DeliberateButtons extends LitElement {
  static override styles = [
    baseStyle,
    css`
      :host {
        display: block;
        min-height: 0;
      }
      .row > .primary {
        flex-grow: 2;
      }
    `,
  ];

  @property({ attribute: false }) accessor yes = '';
  @property({ attribute: false }) accessor no = '';
  /** The question's id; another question makes the buttons deaf again. */
  @property({ attribute: false }) accessor question = '';
  @state() accessor #deaf = true;
  #timer: ReturnType<typeof setTimeout> | undefined;

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('question')) return;
    this.#deaf = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#deaf = false;
    }, deafForMs);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult {
    return html`<div class="row">
      <button ?disabled=${this.#deaf} @click=${this.#answer('no')}>${this.no}</button>
      <button class="primary" ?disabled=${this.#deaf} @click=${this.#answer('yes')}>
        ${this.yes}
      </button>
    </div>`;
  }

  #answer(word: 'yes' | 'no'): (event: Event) => void {
    return (event) => {
      if (event.isTrusted && !this.#deaf) this.dispatchEvent(new CustomEvent(word));
    };
  }
}
