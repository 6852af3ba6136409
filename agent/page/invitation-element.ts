import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { InvitationPage } from './flow/invitation-page.js';
import { localeOf } from './language/language.js';
import { wordsIn } from './language/words-in.js';
import { baseStyle } from './look/base-style.js';
import './parts/chat.js';
import { chime } from './parts/chime.js';
import { icon } from './parts/icon.js';
import { languageSwitch, languageSwitchStyle } from './parts/language-switch.js';
import { announcement, titleOf } from './screens/announcement.js';
import { drawScreen, screenStyles } from './screens/screen.js';
import { showingBar } from './screens/showing-screen.js';
import type { View } from './screens/view.js';
import { hasEnded, screenOf, type ScreenName } from './state/screen.js';

const tickMs = 250;
/** Screens on which the chat would be in the way of the one thing to do. */
const withoutChat: readonly ScreenName[] = ['question', 'choosing'];

/** The page behind a link, from the invitation to the receipt. */
@customElement('mayday-invitation')
export class InvitationElement extends LitElement {
  static override styles = [
    baseStyle,
    languageSwitchStyle,
    ...screenStyles,
    css`
      .away {
        display: flex;
        justify-content: center;
        gap: 10px;
        padding: 10px 16px;
        background: var(--waiting-soft);
        color: var(--waiting);
        font-weight: 600;
        /* A hiccup of a second or two is not worth a word. */
        animation: appear 0s 2s both;
      }
      @keyframes appear {
        from {
          visibility: hidden;
          position: absolute;
        }
      }
    `,
  ];

  readonly #page = new InvitationPage();
  #screen: ScreenName | null = null;
  #ticking: ReturnType<typeof setInterval> | undefined;
  #deaf: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#deaf = this.#page.store.listen(() => {
      this.requestUpdate();
    });
    this.#ticking = setInterval(() => {
      this.requestUpdate();
    }, tickMs);
    void this.#page.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#deaf?.();
    clearInterval(this.#ticking);
  }

  override render(): TemplateResult {
    const view = this.#view();
    const { model, words } = view;
    const screen = screenOf(model);
    return html`<header>
        <span class="brand">${this.#organisation() ?? 'Mayday'}</span>
        ${languageSwitch(model.language, (language) => {
          this.#page.speak(language);
        })}
      </header>
      ${this.#bar(screen, view)} ${this.#away(screen, view)}
      <main class=${this.#hasChat(screen) ? 'two' : ''}>
        ${drawScreen(screen, view)} ${this.#chat(screen, view)}
      </main>
      <p class="heard" role="status">${announcement(screen, { ...view, words })}</p>`;
  }

  override updated(): void {
    const { model, words } = this.#view();
    const screen = screenOf(model);
    document.documentElement.lang = model.language;
    document.title = titleOf(screen, this.#organisation(), words);
    if (screen === this.#screen) return;
    // The heading gets the focus, never a button: a key on its way must not answer a question.
    if (this.#screen !== null) this.renderRoot.querySelector('h1')?.focus();
    if (screen === 'question' && this.#screen !== 'choosing') chime();
    this.#screen = screen;
  }

  #view(): View {
    const model = this.#page.store.now;
    const words = wordsIn(model.language);
    const locale = localeOf(model.language, navigator.languages);
    return { model, words, locale, actions: this.#page, now: new Date(), tick: performance.now() };
  }

  #organisation(): string | null {
    const { session, visit } = this.#page.store.now;
    return session?.organisation ?? visit?.organisation ?? null;
  }

  #bar(screen: ScreenName, view: View): TemplateResult | typeof nothing {
    const { session } = view.model;
    return screen === 'showing' && session ? showingBar(view, session) : nothing;
  }

  #away(screen: ScreenName, { model, words }: View): TemplateResult | typeof nothing {
    if (model.reachable || screen === 'trouble' || screen === 'goodbye') return nothing;
    return html`<p class="away">${icon('unplugged')} ${words.deskAway}</p>`;
  }

  #hasChat(screen: ScreenName): boolean {
    const { session } = this.#page.store.now;
    return session !== null && !hasEnded(session) && !withoutChat.includes(screen);
  }

  /** Stays in the page while hidden, so that a half-written message is not lost. */
  #chat(screen: ScreenName, { model, words, locale }: View): TemplateResult | typeof nothing {
    const { session, messages, drafts } = model;
    if (!session || hasEnded(session)) return nothing;
    return html`<mayday-chat
      ?hidden=${!this.#hasChat(screen)}
      .words=${words}
      .locale=${locale}
      .partner=${session.assignee?.name ?? words.technician}
      .messages=${messages}
      .drafts=${drafts}
      @write=${(event: CustomEvent<string>) => {
        this.#page.write(event.detail);
      }}
      @write-again=${(event: CustomEvent<string>) => {
        this.#page.writeAgain(event.detail);
      }}
    ></mayday-chat>`;
  }
}
