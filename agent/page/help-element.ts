import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keepLanguage, startingLanguage } from './language/kept-language.js';
import type { Words } from './language/english.js';
import type { Language } from './language/language.js';
import { wordsIn } from './language/words-in.js';
import './code-element.js';
import { DoorDesk, type ListedSosCall } from './desk/door-desk.js';
import { enterSession } from './link/enter-session.js';
import { keptRequest } from './link/kept-request.js';
import { runsLinuxHelper } from './device/system.js';
import { linkOf, readLinkText } from './link/link-token.js';
import { baseStyle } from './look/base-style.js';
import { icon } from './parts/icon.js';
import { languageSwitch, languageSwitchStyle } from './parts/language-switch.js';
import { sosList, sosListStyle } from './screens/sos-list.js';

type Mistake =
  { readonly kind: 'no-link' } | { readonly kind: 'other-desk'; readonly host: string };

const helperPath = '/helper/mayday-helper-linux-x64';

/** The page for who needs help: enter a link, or learn how to get one. */
@customElement('mayday-help')
export class HelpElement extends LitElement {
  static override styles = [
    baseStyle,
    languageSwitchStyle,
    sosListStyle,
    css`
      form {
        display: grid;
        gap: 12px;
      }
      label {
        font-weight: 600;
      }
      input {
        font: inherit;
        width: 100%;
        min-height: 52px;
        padding: 12px 14px;
        color: inherit;
        background: var(--paper);
        border: 1.5px solid var(--edge);
        border-radius: 12px;
      }
      input[aria-invalid='true'] {
        border-color: var(--late);
      }
      .kept {
        display: grid;
        gap: 10px;
      }
      .wrong {
        color: var(--late);
      }
      .none {
        display: grid;
        gap: 8px;
        padding-top: 20px;
        border-top: 1px solid var(--line);
      }
    `,
  ];

  @state() accessor #language: Language = startingLanguage(null);
  @state() accessor #mistake: Mistake | null = null;
  @state() accessor #helperOffered = false;
  @state() accessor #organisation: string | null = null;
  @state() accessor #listed: readonly ListedSosCall[] = [];
  @state() accessor #code = location.pathname === '/help/code';
  @query('input') private accessor field: HTMLInputElement | null = null;

  override render(): TemplateResult {
    const words = wordsIn(this.#language);
    return html`<header>
        <span class="brand">${this.#organisation ?? 'Mayday'}</span>
        ${languageSwitch(this.#language, this.#speak)}
      </header>
      <main>
        <section class="card">
          ${
            this.#code
              ? html`<mayday-code
                  .language=${this.#language}
                  @back=${this.#toggleCode}
                ></mayday-code>`
              : this.#ways(words)
          }
        </section>
      </main>`;
  }

  #ways(words: Words): TemplateResult {
    return html`${this.#kept(words)}
      <h1 tabindex="-1">${words.helpTitle}</h1>
      ${this.#listed.length > 0 ? sosList(words.sos, this.#listed) : nothing}
      <form class=${this.#listed.length > 0 ? 'none' : ''} novalidate @submit=${this.#follow}>
        <label for="link">${words.helpText}</label>
        <input
          id="link"
          type="url"
          autocomplete="off"
          spellcheck="false"
          aria-invalid=${this.#mistake !== null}
          aria-describedby="wrong"
          placeholder=${words.helpPlaceholder}
        />
        <p id="wrong" class="wrong" role="alert">${this.#wrong()}</p>
        <button class="primary">${words.helpGo} ${icon('arrow')}</button>
      </form>
      <div class="none">
        <h2>${words.code.offer}</h2>
        <p class="muted">${words.code.offerText}</p>
        <button @click=${this.#toggleCode}>${words.code.get}</button>
      </div>
      <div class="none">
        <h2>${words.helpNoLinkTitle}</h2>
        <p class="muted">${words.helpNoLinkText}</p>
        ${
          this.#helperOffered && runsLinuxHelper(navigator.userAgent)
            ? html`<a class="button" href=${helperPath} download>
                  ${icon('download')} ${words.helpHelper}
                </a>
                <a href=${`mayday:${location.origin}/help`}>${words.helpOpenHelper}</a>`
            : nothing
        }
      </div>`;
  }

  /** Whoever asked for help from here finds their way back first. */
  #kept(words: Words): TemplateResult | typeof nothing {
    const request = keptRequest();
    if (!request) return nothing;
    return html`<div class="note good">
      ${icon('clock')}
      <div class="kept">
        <p>${words.sos.kept(request.subject)}</p>
        <button
          @click=${() => {
            enterSession(`/i#${request.token}`, null);
          }}
        >
          ${words.sos.keptBack}
        </button>
      </div>
    </div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#lookForHelper();
    void this.#lookForSosCalls();
    addEventListener('pageshow', this.#cameBack);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#cameBack);
  }

  override updated(): void {
    document.documentElement.lang = this.#language;
    document.title = `${wordsIn(this.#language).helpTitle} · Mayday`;
  }

  #wrong(): string | typeof nothing {
    const words = wordsIn(this.#language);
    if (!this.#mistake) return nothing;
    return this.#mistake.kind === 'no-link'
      ? words.helpNoLink
      : words.helpOtherDesk(this.#mistake.host);
  }

  /** A desk may have no helper to offer; then there is nothing to say of one. */
  async #lookForHelper(): Promise<void> {
    const answer = await fetch(helperPath, { method: 'HEAD' }).catch(() => null);
    this.#helperOffered = answer?.ok ?? false;
  }

  /** What the desk takes requests for on its page; where it cannot say, the other ways are still there. */
  async #lookForSosCalls(): Promise<void> {
    const found = await new DoorDesk().openSosCalls().catch(() => null);
    this.#organisation = found?.organisation ?? null;
    this.#listed = found?.sosCalls ?? [];
  }

  /** A browser may bring this page back as it was, when it no longer is so. */
  readonly #cameBack = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) void this.#lookForSosCalls();
  };

  readonly #toggleCode = (): void => {
    this.#code = !this.#code;
  };

  readonly #speak = (language: Language): void => {
    keepLanguage(language);
    this.#language = language;
  };

  readonly #follow = (event: Event): void => {
    event.preventDefault();
    const read = readLinkText(this.field?.value ?? '', location.origin);
    if (read.kind === 'token') {
      location.assign(linkOf(read.token, location.origin));
      return;
    }
    this.#mistake = read;
    this.field?.focus();
  };
}
