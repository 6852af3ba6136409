import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { inThrees } from '../../workflows/domain/codes/code.js';
import { DoorDesk, type IssuedCode } from './desk/door-desk.js';
import { DeskRefusal } from './desk/desk-error.js';
import { persist } from './desk/persist.js';
import type { Language } from './language/language.js';
import { wordsIn } from './language/words-in.js';
import { enterSession } from './link/enter-session.js';
import { baseStyle } from './look/base-style.js';
import { icon } from './parts/icon.js';

type Standing =
  | { readonly kind: 'getting' }
  | { readonly kind: 'shown'; readonly issued: IssuedCode; readonly until: number }
  | { readonly kind: 'over'; readonly code: string }
  | { readonly kind: 'full' };

const tickMs = 1_000;

/** A code for somebody on the phone: nine digits, large, until a technician has typed them in. */
@customElement('mayday-code')
export class CodeElement extends LitElement {
  static override styles = [
    baseStyle,
    css`
      :host {
        display: grid;
        gap: 18px;
        min-height: 0;
      }
      .digits {
        font-size: clamp(2.5rem, 11vw, 4rem);
        font-weight: 720;
        font-variant-numeric: tabular-nums;
        letter-spacing: 0.02em;
        line-height: 1.1;
        white-space: nowrap;
      }
      .digits.over {
        color: var(--ink-3, var(--ink-2));
        text-decoration: line-through;
      }
      .left {
        display: inline-flex;
        gap: 8px;
        align-items: center;
      }
      .ways {
        display: grid;
        gap: 10px;
      }
    `,
  ];

  @property({ attribute: false }) accessor language: Language = 'en';
  @state() accessor #standing: Standing = { kind: 'getting' };
  readonly #desk = new DoorDesk();
  #ticking: ReturnType<typeof setInterval> | undefined;
  #open = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#open = true;
    addEventListener('pagehide', this.#giveUp);
    this.#ticking = setInterval(() => {
      this.requestUpdate();
    }, tickMs);
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#open = false;
    clearInterval(this.#ticking);
    removeEventListener('pagehide', this.#giveUp);
    this.#giveUp();
  }

  override render(): TemplateResult {
    const { code: words } = wordsIn(this.language);
    const standing = this.#standing;
    return html`<h1 tabindex="-1">${words.title}</h1>
      ${this.#digits(standing)} ${this.#said(standing)}
      <p class="muted">${words.text}</p>
      <div class="ways">
        ${
          standing.kind === 'over' || standing.kind === 'full'
            ? html`<button class="primary" @click=${this.#begin}>${words.again}</button>`
            : nothing
        }
        <button @click=${this.#back}>${words.back}</button>
      </div>`;
  }

  #digits(standing: Standing): TemplateResult | typeof nothing {
    if (standing.kind === 'over')
      return html`<p class="digits over">${inThrees(standing.code)}</p>`;
    if (standing.kind !== 'shown') return nothing;
    const { code } = standing.issued;
    // Read out digit by digit, and not as a number of nine hundred millions.
    return html`<p class="digits" aria-label=${Array.from(code).join(' ')}>${inThrees(code)}</p>`;
  }

  /** The time that runs is there to be read, and is not called out every second. */
  #said(standing: Standing): TemplateResult {
    const said = this.#state(standing);
    return html`<p role=${standing.kind === 'shown' ? 'timer' : 'status'}>${said}</p>`;
  }

  #state(standing: Standing): TemplateResult | string {
    const { code: words } = wordsIn(this.language);
    switch (standing.kind) {
      case 'getting':
        return words.getting;
      case 'over':
        return words.over;
      case 'full':
        return words.full;
      case 'shown': {
        const left = Math.max(0, Math.ceil((standing.until - performance.now()) / 1000));
        // Each second matters to the eye only; a screen reader hears of the end.
        return html`<span class="left" aria-live="off"
          >${icon('clock', 18)} ${words.left(Math.floor(left / 60), left % 60)}</span
        >`;
      }
    }
  }

  readonly #begin = async (): Promise<void> => {
    this.#standing = { kind: 'getting' };
    try {
      const issued = await persist(() => this.#desk.issueCode(this.language), this.#persistence);
      this.#standing = { kind: 'shown', issued, until: performance.now() + issued.remainingMs };
      await this.#follow(issued);
    } catch (error) {
      if (!this.#open) return;
      if (!(error instanceof DeskRefusal)) throw error;
      this.#standing = { kind: 'full' };
    }
  };

  async #follow({ deviceToken, code }: IssuedCode): Promise<void> {
    const look = () => persist(() => this.#desk.awaitCode(deviceToken), this.#persistence);
    let standing = await look();
    while (this.#open && standing.state === 'live') standing = await look();
    if (!this.#open) return;
    this.#standing = { kind: 'over', code };
    if (standing.link) enterSession(standing.link.url, null);
  }

  get #persistence() {
    return { wanted: () => this.#open };
  }

  /** Whoever leaves the page waits no longer. */
  readonly #giveUp = (): void => {
    const standing = this.#standing;
    if (standing.kind === 'shown') void this.#desk.giveUpCode(standing.issued.deviceToken);
  };

  readonly #back = (): void => {
    this.dispatchEvent(new CustomEvent('back'));
  };
}
