import { css, html, nothing, type TemplateResult } from 'lit';
import { roundedWait } from '../../../workflows/domain/sos/rounded-wait.js';
import type { DeviceSession, Waiting } from '../desk/shapes.js';
import type { Words } from '../language/english.js';
import { icon } from '../parts/icon.js';
import type { View } from './view.js';

export const waitingRoomStyle = css`
  .room {
    display: grid;
    gap: 6px;
    padding: 18px 20px;
    border: 1px solid var(--line);
    border-radius: 14px;
  }
  .room .place {
    font-size: 1.25rem;
    font-weight: 660;
  }
`;

/** The waiting room of a request: its number, its place, how long it may take, and that it is safe to go. */
export function waitingRoom(view: View, { subject }: DeviceSession): TemplateResult {
  const { words, model } = view;
  const { waiting } = model;
  const number = waiting?.number ?? null;
  return html`<h1 tabindex="-1">
      ${number === null ? words.waiting.title : words.waiting.number(number)}
    </h1>
    <p class="muted">${words.about(subject)}</p>
    ${waiting?.place ? place(words, waiting, waiting.place) : nothing}
    <p class="ok">${icon('verified', 18)} ${words.nothingShown}</p>
    <p>${words.waiting.safe}</p>`;
}

function place({ waiting: words }: Words, { estimate }: Waiting, at: number): TemplateResult {
  return html`<div class="room" role="status">
    <p class="place">${words.place(at)}</p>
    ${
      estimate === null
        ? html`<p>${words.noEstimate}</p>`
        : html`<p>${span(words, estimate.fromMs, estimate.toMs)}</p>
            <p class="muted small">${words.restsOn(estimate.requests, estimate.days)}</p>`
    }
  </div>`;
}

function span(words: Words['waiting'], fromMs: number, toMs: number): string {
  const [from, to] = [about(words, fromMs), about(words, toMs)];
  return from === to ? words.short(to) : words.estimate(from, to);
}

function about(words: Words['waiting'], milliseconds: number): string {
  const { unit, count } = roundedWait(milliseconds);
  return words[unit](count);
}
