import { css, html, type TemplateResult } from 'lit';
import { countdown } from '../parts/countdown.js';
import { secondsLeft } from '../time/time-left.js';
import { pictureOfChoosing } from './picture-of-choosing.js';
import type { View } from './view.js';

export const choosingStyle = css`
  .choosing {
    text-align: center;
  }
  .choosing .countdown {
    justify-content: center;
    text-align: start;
  }
`;

/** The browser's own window is open; the page says what to do there. */
export function choosingScreen({ model, words, tick }: View): TemplateResult {
  const answering = model.choice === 'answering';
  const seconds = secondsLeft(model.lapsesAt ?? tick, tick);
  return html`<section class="card choosing">
    ${pictureOfChoosing()}
    <h1 tabindex="-1">${answering ? words.answering : words.choosing}</h1>
    ${answering ? '' : html`<p class="muted">${words.choosingHint}</p>`}
    ${model.lapsesAt === null || answering ? '' : countdown(seconds, words.lapsesIn(seconds))}
  </section>`;
}
