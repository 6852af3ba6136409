import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type Asked, DoorDesk, type SosVisit } from './desk/door-desk.js';
import { DeskRefusal } from './desk/desk-error.js';
import { persist } from './desk/persist.js';
import { keepLanguage, startingLanguage } from './language/kept-language.js';
import type { Words } from './language/english.js';
import type { Language } from './language/language.js';
import { wordsIn } from './language/words-in.js';
import { enterSession } from './link/enter-session.js';
import { keepRequest } from './link/kept-request.js';
import { tokenOfFragment } from './link/link-token.js';
import { baseStyle } from './look/base-style.js';
import { icon } from './parts/icon.js';
import { languageSwitch, languageSwitchStyle } from './parts/language-switch.js';
import { otherWays } from './parts/other-ways.js';
import { sosForm, sosFormStyle } from './screens/sos-form.js';

type Trouble = 'gone' | 'unknown';

/** Seldom enough for many people who wait, often enough that nobody waits long after a pause. */
const lookAgainMs = 8_000;

/** The page of one SOS Call: its form, then the waiting room. What can be asked for stands on the help page. */
@customElement('mayday-sos')
export class SosElement extends LitElement {
  static override styles = [
    baseStyle,
    languageSwitchStyle,
    sosFormStyle,
    css`
      a.button {
        justify-self: start;
      }
    `,
  ];

  @state() accessor #language: Language = startingLanguage(null);
  readonly #token = tokenOfFragment(location.hash) ?? '';
  @state() accessor #visit: SosVisit | null = null;
  @state() accessor #trouble: Trouble | null = null;
  @state() accessor #sending = false;
  @state() accessor #failed = false;
  /** What was asked while no requests were taken. */
  @state() accessor #asked: Asked | null = null;
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
        <span class="brand">${this.#visit?.organisation ?? 'Mayday'}</span>
        ${languageSwitch(this.#language, this.#speak)}
      </header>
      <main><section class="card">${this.#content()}</section></main>`;
  }

  override updated(): void {
    document.documentElement.lang = this.#language;
    const { sos } = wordsIn(this.#language);
    document.title = `${this.#visit?.name ?? sos.title} · ${this.#visit?.organisation ?? 'Mayday'}`;
  }

  #content(): TemplateResult {
    const words = wordsIn(this.#language);
    return html`${this.#call(words.sos)} ${otherWays(words)}`;
  }

  #call(words: Words['sos']): TemplateResult | typeof nothing {
    if (this.#trouble === 'gone') return saying(words.gone, words.goneText);
    if (this.#trouble) return saying(words.unknown, words.unknownText);
    const visit = this.#visit;
    if (!visit) return nothing;
    const form = sosForm({
      words,
      visit,
      sending: this.#sending,
      failed: this.#failed,
      send: (asked) => void this.#send(asked),
    });
    // What somebody has written so far stays in the form while it is out of sight.
    return html`${
        visit.paused
          ? html`<p class="muted">${visit.name}</p>
              ${saying(words.paused, this.#asked ? words.pausedAsked : words.pausedText)}`
          : nothing
      }
      <div ?hidden=${visit.paused}>${form}</div>`;
  }

  async #look(): Promise<void> {
    clearTimeout(this.#looking);
    try {
      this.#visit = await persist(() => this.#desk.visit(this.#token));
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error;
      this.#trouble = error.code === 'sos-call-gone' ? 'gone' : 'unknown';
      return;
    }
    this.#looking = setTimeout(() => void this.#goOn(), lookAgainMs);
  }

  /** Looks again, and asks for whoever did so while nothing was taken. */
  async #goOn(): Promise<void> {
    await this.#look();
    const asked = this.#asked;
    if (asked && this.#visit?.paused === false) await this.#send(asked);
  }

  async #send(asked: Asked): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    this.#failed = false;
    this.#asked = null;
    try {
      const begun = await persist(() =>
        this.#desk.ask(this.#token, asked, this.#key, this.#language),
      );
      const link = tokenOfFragment(new URL(begun.link).hash);
      if (link) keepRequest({ token: link, subject: asked.subject, at: Date.now() });
      enterSession(begun.link, begun.deviceToken);
    } catch (error) {
      if (!(error instanceof DeskRefusal)) throw error;
      if (error.code === 'sos-call-paused') this.#asked = asked;
      else this.#failed = true;
      this.#sending = false;
      this.#key = crypto.randomUUID();
      await this.#look();
    }
  }

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
