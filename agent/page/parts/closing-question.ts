import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { english, type Words } from '../language/english.js';
import { baseStyle } from '../look/base-style.js';

/** How somebody found the help, as the page tells the desk. */
export interface Rating {
  readonly score: number;
  readonly words: string;
}

/** Two questions at most: how it was, and whether there is something to say. */
@customElement('mayday-closing-question')
export class ClosingQuestion extends LitElement {
  static override styles = [
    baseStyle,
    css`
      :host {
        display: grid;
        min-height: 0;
      }
      form {
        display: grid;
        gap: 12px;
      }
      fieldset {
        display: grid;
        gap: 10px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0;
        font-weight: 640;
      }
      .scores {
        display: grid;
        grid-template-columns: repeat(5, 1fr);
        gap: 8px;
      }
      .scores label {
        display: grid;
        justify-items: center;
        align-content: start;
        gap: 4px;
        padding: 10px 4px;
        border: 1.5px solid var(--edge);
        border-radius: 12px;
        font-size: 0.8125rem;
        text-align: center;
        cursor: pointer;
      }
      .scores b {
        font-size: 1.125rem;
      }
      .scores input {
        position: absolute;
        opacity: 0;
      }
      .scores label:has(:checked) {
        border-color: var(--ready);
        background: var(--ready-soft);
      }
      .scores label:has(:focus-visible) {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
      textarea {
        font: inherit;
        width: 100%;
        min-height: 80px;
        padding: 10px 14px;
        color: inherit;
        background: var(--paper);
        border: 1.5px solid var(--edge);
        border-radius: 12px;
      }
    `,
  ];

  @property({ attribute: false }) accessor words: Words = english;
  @state() accessor #score = 0;

  override render(): TemplateResult {
    const { end } = this.words;
    return html`<form @submit=${this.#send}>
      <fieldset>
        <legend>${end.question}</legend>
        <div class="scores">${end.scores.map((name, index) => this.#choice(name, index + 1))}</div>
      </fieldset>
      ${
        this.#score === 0
          ? nothing
          : html`<label for="words">${end.words}</label>
              <textarea id="words" name="words" maxlength="2000"></textarea>
              <button class="primary">${end.send}</button>`
      }
    </form>`;
  }

  #choice(name: string, score: number): TemplateResult {
    return html`<label
      ><input
        type="radio"
        name="score"
        value=${score}
        ?checked=${this.#score === score}
        @change=${() => {
          this.#score = score;
        }}
      /><b>${score}</b> ${name}</label
    >`;
  }

  readonly #send = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || this.#score === 0) return;
    const said = new FormData(event.target).get('words');
    const words = typeof said === 'string' ? said.trim() : '';
    const detail: Rating = { score: this.#score, words };
    this.dispatchEvent(new CustomEvent('rate', { detail }));
  };
}
