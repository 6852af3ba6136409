import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChatMessage } from '../desk/shapes.js';
import { english, type Words } from '../language/english.js';
import { baseStyle } from '../look/base-style.js';
import type { Draft } from '../state/model.js';
import { clockTime } from '../time/time-left.js';
import { chatStyle } from './chat-style.js';
import { icon } from './icon.js';

const longestMessage = 4_000;

/** The chat. Fires `write` with a text, and `write-again` with the key of a draft that failed. */
@customElement('mayday-chat')
export class Chat extends LitElement {
  static override styles = [baseStyle, chatStyle];

  @property({ attribute: false }) accessor words: Words = english;
  @property({ attribute: false }) accessor locale = 'en';
  @property({ attribute: false }) accessor partner = '';
  @property({ attribute: false }) accessor messages: readonly ChatMessage[] = [];
  @property({ attribute: false }) accessor drafts: readonly Draft[] = [];
  @query('textarea') private accessor field: HTMLTextAreaElement | null = null;
  @query('.log') private accessor log: HTMLElement | null = null;

  override render(): TemplateResult {
    const { words, partner } = this;
    const empty = this.messages.length + this.drafts.length === 0;
    return html`<h2>${words.chat}</h2>
      <div class="log" role="log" aria-live="polite" tabindex="0" aria-label=${words.chat}>
        ${empty ? html`<p class="empty muted">${words.chatEmpty(partner)}</p>` : nothing}
        ${repeat(this.messages, ({ id }) => id, this.#message)}
        ${repeat(this.drafts, ({ key }) => key, this.#draft)}
      </div>
      <form @submit=${this.#submit}>
        <textarea
          rows="1"
          maxlength=${longestMessage}
          aria-label=${words.write(partner)}
          placeholder=${words.writeHere}
          @keydown=${this.#key}
        ></textarea>
        <button aria-label=${words.send} title=${words.send}>${icon('send')}</button>
      </form>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('messages') || changed.has('drafts')) {
      this.log?.scrollTo({ top: this.log.scrollHeight });
    }
  }

  readonly #message = ({ side, author, at, text }: ChatMessage): TemplateResult => {
    const mine = side === 'user';
    const time = clockTime(this.locale, new Date(at), new Date());
    return html`<div class="m ${mine ? 'me' : ''}">
      <p class="by">${mine ? this.words.you : author} <time datetime=${at}>${time}</time></p>
      <p class="text">${text}</p>
    </div>`;
  };

  readonly #draft = ({ key, text, failed }: Draft): TemplateResult =>
    html`<div class="m me draft">
      <p class="text">${text}</p>
      ${
        failed
          ? html`<p class="by" role="alert">
              ${this.words.notSent}
              <button class="again" @click=${this.#again(key)}>${this.words.sendAgain}</button>
            </p>`
          : html`<p class="by">${this.words.sending}</p>`
      }
    </div>`;

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.#write();
  };

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#write();
  };

  #write(): void {
    const text = this.field?.value.trim() ?? '';
    if (!this.field || text === '') return;
    this.field.value = '';
    this.dispatchEvent(new CustomEvent('write', { detail: text }));
  }

  #again(key: string): () => void {
    return () => this.dispatchEvent(new CustomEvent('write-again', { detail: key }));
  }
}
