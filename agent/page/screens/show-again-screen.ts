import { html, type TemplateResult } from 'lit';
import type { DeviceSession } from '../desk/shapes.js';
import { icon } from '../parts/icon.js';
import { who } from '../parts/who.js';
import type { View } from './view.js';

/** The desk still allows the view, but this browser has nothing chosen, as after a reload. */
export function showAgainScreen(view: View, { assignee }: DeviceSession): TemplateResult {
  const { words, actions } = view;
  const name = assignee?.name ?? words.technician;
  return html`<section class="card">
    ${who(assignee, words.againTitle, null)}
    <p>${words.againText(name)}</p>
    <div class="row">
      <button
        @click=${() => {
          actions.stop();
        }}
      >
        ${icon('stop')} ${words.stop}
      </button>
      <button
        class="primary"
        @click=${(event: Event) => {
          if (event.isTrusted) actions.choose();
        }}
      >
        ${icon('screen')} ${words.again}
      </button>
    </div>
  </section>`;
}
