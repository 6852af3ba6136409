import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { english, type Words } from '../language/english.js';
import { baseStyle } from '../look/base-style.js';

/** Ends the request for help, after asking once whether that is meant. Fires `leave`. */
@customElement('mayday-leave-button')
export class LeaveButton extends LitElement {
  static override styles = [
    baseStyle,
    css`
      :host {
        display: grid;
        gap: 12px;
        min-height: 0;
      }
    `,
  ];

  @property({ attribute: false }) accessor words: Words = english;
  @state() accessor #asked = false;

  override render(): TemplateResult {
    return this.#asked ? this.#question() : this.#button();
  }

  #button(): TemplateResult {
    return html`<button class="quiet" @click=${this.#ask(true)}>${this.words.leave}</button>`;
  }

  #question(): TemplateResult {
    return html`<p role="alert"><strong>${this.words.leaveSure}</strong></p>
      <div class="row">
        <button @click=${this.#ask(false)}>${this.words.leaveNo}</button>
        <button @click=${this.#leave}>${this.words.leaveYes}</button>
      </div>`;
  }

  #ask(asked: boolean): () => void {
    return () => {
      this.#asked = asked;
    };
  }

  readonly #leave = (): void => {
    this.#asked = false;
    this.dispatchEvent(new CustomEvent('leave'));
  };
}
