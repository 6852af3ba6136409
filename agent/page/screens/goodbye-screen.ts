import { css, html, nothing, type TemplateResult } from 'lit';
import type { DeviceSession, Receipt } from '../desk/shapes.js';
import '../parts/closing-question.js';
import type { Rating } from '../parts/closing-question.js';
import type { Words } from '../language/english.js';
import { icon } from '../parts/icon.js';
import { otherWays } from '../parts/other-ways.js';
import { clockTime, timeSpan } from '../time/time-left.js';
import type { View } from './view.js';

export const goodbyeStyle = css`
  .done {
    display: grid;
    place-items: center;
    width: 56px;
    height: 56px;
    border-radius: 50%;
    background: var(--ready-soft);
    color: var(--ready);
  }
  .receipt {
    display: grid;
    gap: 14px;
    padding: 18px 20px;
    border: 1px solid var(--line);
    border-radius: 14px;
  }
  .receipt dl {
    display: grid;
    gap: 12px;
  }
  .receipt dt {
    font-size: 0.9375rem;
    color: var(--ink-2);
  }
  .receipt dd {
    overflow-wrap: anywhere;
  }
`;

/** Thanks, a receipt, two questions at most, and a way back while there is one. */
export function goodbyeScreen(view: View, session: DeviceSession): TemplateResult {
  const { words } = view;
  const expired = session.state === 'expired';
  return html`<section class="card">
    <span class="done">${icon(expired ? 'clock' : 'check', 30)}</span>
    <h1 tabindex="-1">
      ${expired ? words.troubles.expired.title : words.thanks(session.requesterName)}
    </h1>
    <p>${ending(session, words)}</p>
    ${session.receipt && !expired ? receipt(view, session, session.receipt) : nothing}
    ${expired ? otherWays(words) : asked(view, session)}
    <p class="muted">${words.closePage}</p>
  </section>`;
}

/** How it was, once; and whether it is solved, as long as the channel's window lasts. */
function asked(view: View, session: DeviceSession): TemplateResult {
  const { words, actions } = view;
  const { receipt, satisfaction } = session;
  const wasHelped = receipt !== undefined && receipt.startedAt !== null;
  return html`${
    satisfaction
      ? html`<p class="note good" role="status">${icon('check')} ${words.end.answered}</p>`
      : wasHelped
        ? html`<mayday-closing-question
            .words=${words}
            @rate=${({ detail }: CustomEvent<Rating>) => {
              actions.rate(detail.score, detail.words);
            }}
          ></mayday-closing-question>`
        : nothing
  }
  ${again(view, session)}`;
}

function again({ words, locale, now, actions }: View, { reopenUntil }: DeviceSession) {
  if (reopenUntil === null || new Date(reopenUntil) <= now) return otherWays(words);
  const until = clockTime(locale, new Date(reopenUntil), now);
  return html`<button
      @click=${() => {
        actions.askAgain();
      }}
    >
      ${words.end.again}
    </button>
    <p class="muted small">${words.end.againUntil(until)}</p>`;
}

function ending({ state, ending: end }: DeviceSession, words: Words): string {
  if (state === 'expired') return words.overExpired;
  return end?.by.kind === 'user' ? words.overByYou : words.over;
}

function receipt(view: View, { subject }: DeviceSession, receipt: Receipt): TemplateResult {
  const { words } = view;
  const { technicians, allowed } = receipt;
  return html`<div class="receipt">
    <h2>${words.receipt}</h2>
    <dl>
      ${entry(words.receiptAbout, subject)}
      ${entry(words.receiptWho, technicians.join(', ') || words.nobody)}
      ${entry(words.receiptWhen, when(view, receipt))}
      ${entry(
        words.receiptAllowed,
        allowed.map((scope) => words.scopes[scope]).join(', ') || words.nothing,
      )}
    </dl>
  </div>`;
}

function when({ locale, now }: View, { startedAt, endedAt }: Receipt): string {
  const end = new Date(endedAt);
  return startedAt === null
    ? clockTime(locale, end, now)
    : timeSpan(locale, new Date(startedAt), end);
}

function entry(name: string, value: string): TemplateResult {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div>`;
}
