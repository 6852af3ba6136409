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

/** A code that works, on this machine's monotonic clock until when. */
interface Shown {
  readonly kind: 'shown';
  readonly issued: IssuedCode;
  readonly until: number;
}

type Standing =
  Shown | { readonly kind: 'getting' } | { readonly kind: 'over' } | { readonly kind: 'full' };

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
      .left {
        display: inline-flex;
        gap: 8px;
        align-items: center;
      }
      [role='status']:empty {
        position: absolute;
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
  #ending: ReturnType<typeof setTimeout> | undefined;
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
    clearTimeout(this.#ending);
    removeEventListener('pagehide', this.#giveUp);
    this.#giveUp();
  }

  override render(): TemplateResult {
    const { code: words } = wordsIn(this.language);
    const standing = this.#standing;
    const isOver = standing.kind === 'over';
    return html`<h1 tabindex="-1">${isOver ? words.over : words.title}</h1>
      ${standing.kind === 'shown' ? this.#digits(standing) : nothing}
      <p role="status">${this.#said(standing)}</p>
      ${isOver ? nothing : html`<p class="muted">${words.text}</p>`}
      <div class="ways">
        ${
          isOver || standing.kind === 'full'
            ? html`<button class="primary" @click=${this.#begin}>${words.again}</button>`
            : nothing
        }
        <button @click=${this.#back}>${words.back}</button>
      </div>`;
  }

  #digits({ issued: { code }, until }: Shown): TemplateResult {
    const { code: words } = wordsIn(this.language);
    const left = Math.max(0, Math.ceil((until - performance.now()) / 1000));
    // Read out digit by digit, and not as a number of nine hundred millions.
    return html`<p class="digits" aria-label=${Array.from(code).join(' ')}>${inThrees(code)}</p>
      <p class="left" role="timer">
        ${icon('clock', 18)} ${words.left(Math.floor(left / 60), left % 60)}
      </p>`;
  }

  /** What is called out to a screen reader; the seconds of a code matter to the eye only. */
  #said({ kind }: Standing): string | typeof nothing {
    const { code: words } = wordsIn(this.language);
    switch (kind) {
      case 'getting':
        return words.getting;
      case 'over':
        return words.overText;
      case 'full':
        return words.full;
      case 'shown':
        return nothing;
    }
  }

  /** Gets a code; an older one is followed to its end beside it, as that may have been typed in its last second. */
  readonly #begin = async (): Promise<void> => {
    this.#standing = { kind: 'getting' };
    const issued = await this.#ask(() => this.#desk.issueCode(this.language));
    if (!this.#open) return;
    if (!issued) {
      this.#standing = { kind: 'full' };
      return;
    }
    this.#standing = { kind: 'shown', issued, until: performance.now() + issued.remainingMs };
    this.#ending = setTimeout(() => {
      this.#end(issued);
    }, issued.remainingMs);
    await this.#follow(issued);
  };

  /** Until the desk says what became of it, which may be after its time: it may have been typed in the last second. */
  async #follow(issued: IssuedCode): Promise<void> {
    const look = () => this.#ask(() => this.#desk.awaitCode(issued.deviceToken));
    let standing = await look();
    while (this.#open && standing?.state === 'live') standing = await look();
    if (!this.#open) return;
    this.#end(issued);
    if (standing?.link) enterSession(standing.link.url, null);
  }

  /** Nobody can use it any more; another may be there already. */
  #end(issued: IssuedCode): void {
    const standing = this.#standing;
    if (standing.kind === 'shown' && standing.issued === issued) this.#standing = { kind: 'over' };
  }

  /** What the desk answers; null where it refuses, and where nobody waits any more. */
  async #ask<Answer>(act: () => Promise<Answer>): Promise<Answer | null> {
    try {
      return await persist(act, { wanted: () => this.#open });
    } catch (error) {
      if (this.#open && !(error instanceof DeskRefusal)) throw error;
      return null;
    }
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
