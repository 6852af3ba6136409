import { css, html, type TemplateResult } from 'lit';
import { type Language, languageNames, languages } from '../language/language.js';
import { wordsIn } from '../language/words-in.js';

export const languageSwitchStyle = css`
  .languages {
    display: flex;
    flex: none;
    padding: 3px;
    border: 1px solid var(--line);
    border-radius: 99px;
    background: var(--surface);
  }
  .languages button {
    min-height: 44px;
    padding: 6px 14px;
    font-size: 0.9375rem;
    border: 0;
    border-radius: 99px;
    background: transparent;
    color: var(--ink-2);
  }
  .languages button[aria-pressed='true'] {
    background: var(--closed-soft);
    color: var(--ink);
  }
`;

/** The switch between the languages, each in its own name. */
export function languageSwitch(now: Language, speak: (language: Language) => void): TemplateResult {
  return html`<div class="languages" role="group" aria-label=${wordsIn(now).language}>
    ${languages.map(
      (language) =>
        html`<button
          lang=${language}
          aria-pressed=${language === now}
          @click=${() => {
            speak(language);
          }}
        >
          ${languageNames[language]}
        </button>`,
    )}
  </div>`;
}
