import { html, type TemplateResult } from 'lit';
import type { Words } from '../language/english.js';

/** For whom this page can do no more: the desk's own page, where help can be asked for anew. */
export function otherWays({ sos }: Words): TemplateResult {
  return html`<a class="button" href="/help">${sos.otherWays}</a>`;
}
