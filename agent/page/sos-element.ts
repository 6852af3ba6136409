import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Asked, DoorDesk, type ListedSosCall, type SosVisit } from './desk/door-desk.js';
import { DeskRefusal } from './desk/desk-error.js';
import { persist } from './desk/persist.js';
import { keepLanguage, startingLanguage } from './language/kept-language.js';
import type { Language } from './language/language.js';
import { wordsIn } from './language/words-in.js';
import { enterSession } from './link/enter-session.js';
import { keepRequest } from './link/kept-request.js';
import { tokenOfFragment } from './link/link-token.js';
import { baseStyle } from './look/base-style.js';
import { icon } from './parts/icon.js';
import { languageSwitch, languageSwitchStyle } from './parts/language-switch.js';
import { sosForm, sosFormStyle } from './screens/sos-form.js';
import { sosList, sosListStyle } from './screens/sos-list.js';

type Trouble = 'gone' | 'unknown';

/** Seldom enough for many people who wait, often enough that nobody waits long after a pause. */
const lookAgainMs = 8_000;

/** The page to ask for help on: what for, then a form, then the waiting room. */
@customElement('mayday-sos')
export class SosElement extends LitElement {
  static override styles = [
    baseStyle,
    languageSwitchStyle,
    sosFormStyle,
    sosListStyle,
    css`
      .back {
        justify-self: start;
      }
    `,
  ];

  @state() accessor #language: Language = startingLanguage(null);
  @state() accessor #token: string | null = tokenOfFragment(location.hash);
  @state() accessor #visit: SosVisit | null = null;
  @state() accessor #listed: readonly ListedSosCall[] | null = null;
  @state() accessor #trouble: Trouble | null = null;
  @state() accessor #sending = false;
  @state() accessor #failed = false;
  #organisation: string | null = null;
  readonly #desk = new DoorDesk();
  #looking: ReturnType<typeof setTimeout> | undefined;
  /** One form has one key, so that sending it twice asks once. */
  #key = crypto.randomUUID();

  override connectedCallback(): void {
    super.connectedCallback();
    // The token leads to a form that anybody may fill in; it need not stand in the address.
    if (location.hash) history.replaceState(null, '', location.pathname);
    void this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#looking);
  }

  override render(): TemplateResult {
    return html`<header>
        <span class="brand">${this.#organisation ?? 'Mayday'}</span>
        ${languageSwitch(this.#language, this.#speak)}
      </header>
      <main><section class="card">${this.#content()}</section></main>`;
  }

  override updated(): void {
    document.documentElement.lang = this.#language;
    const { sos } = wordsIn(this.#language);
    document.title = `${this.#visit?.name ?? sos.title} · ${this.#organisation ?? 'Mayday'}`;
  }

  #content(): TemplateResult | typeof nothing {
    const { sos: words } = wordsIn(this.#language);
    if (this.#trouble === 'gone') return saying(words.gone, words.goneText);
    if (this.#trouble) return saying(words.unknown, words.unknownText);
    const visit = this.#visit;
    if (this.#token === null) {
      return this.#listed ? sosList(words, this.#listed, this.#choose) : nothing;
    }
    if (!visit) return nothing;
    if (visit.paused) {
      return html`<p class="muted">${visit.name}</p>
        ${saying(words.paused, words.pausedText)}`;
    }
    return html`${sosForm({
      words,
      visit,
      sending: this.#sending,
      failed: this.#failed,
      send: (asked) => void this.#send(asked),
    })}
    ${
      this.#listed
        ? html`<button class="back" @click=${this.#back}>${words.back}</button>`
        : nothing
    }`;
  }

  async #look(): Promise<void> {
    clearTimeout(this.#looking);
    const token = this.#token;
    try {
      if (token === null) {
        const { organisation, sosCalls } = await persist(() => this.#desk.openSosCalls());
        this.#organisation = organisation;
        this.#listed = sosCalls;
      } else {
        const visit = await persist(() => this.#desk.visit(token));
        this.#organisation = visit.organisation;
        if (this.#token === token) this.#visit = visit;
      }
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error;
      this.#trouble = error.code === 'sos-call-gone' ? 'gone' : 'unknown';
      return;
    }
    this.#looking = setTimeout(() => void this.#look(), lookAgainMs);
  }

  async #send(asked: Asked): Promise<void> {
    const token = this.#token;
    if (token === null || this.#sending) return;
    this.#sending = true;
    this.#failed = false;
    try {
      const begun = await persist(() => this.#desk.ask(token, asked, this.#key, this.#language));
      const link = tokenOfFragment(new URL(begun.link).hash);
      if (link) keepRequest({ token: link, subject: asked.subject, at: Date.now() });
      enterSession(begun.link, begun.deviceToken);
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error;
      this.#failed = error.code !== 'sos-call-paused';
      this.#sending = false;
      this.#key = crypto.randomUUID();
      await this.#look();
    }
  }

  readonly #choose = (token: string): void => {
    this.#token = token;
    void this.#look();
  };

  readonly #back = (): void => {
    this.#token = null;
    this.#visit = null;
    void this.#look();
  };

  readonly #speak = (language: Language): void => {
    keepLanguage(language);
    this.#language = language;
  };
}

function saying(title: string, text: string): TemplateResult {
  return html`<span class="muted">${icon('clock')}</span>
    <div role="status">
      <h1 tabindex="-1">${title}</h1>
      <p>${text}</p>
    </div>`;
}
