import { css, html, nothing, type TemplateResult } from 'lit';
import type { Asked, SosField, SosVisit } from '../desk/door-desk.js';
import type { Words } from '../language/english.js';
import { icon } from '../parts/icon.js';

export const sosFormStyle = css`
  form {
    display: grid;
    gap: 16px;
  }
  .ask {
    display: grid;
    gap: 6px;
  }
  .ask label {
    font-weight: 600;
  }
  .ask small {
    font-size: 0.9375rem;
    font-weight: 400;
    color: var(--ink-2);
  }
  input,
  select,
  textarea {
    font: inherit;
    width: 100%;
    min-height: 50px;
    padding: 11px 14px;
    color: inherit;
    background: var(--paper);
    border: 1.5px solid var(--edge);
    border-radius: 12px;
  }
  textarea {
    min-height: 96px;
    resize: vertical;
  }
  :user-invalid {
    border-color: var(--late);
  }
  .wrong {
    color: var(--late);
  }
`;

/** What the form is drawn from. */
export interface SosFormView {
  readonly words: Words['sos'];
  readonly visit: SosVisit;
  readonly sending: boolean;
  readonly failed: boolean;
  readonly send: (asked: Asked) => void;
}

/** Who asks, what is wrong, and what this SOS Call wants to know beside. */
export function sosForm({ words, visit, sending, failed, send }: SosFormView): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target;
    if (form instanceof HTMLFormElement) send(askedIn(new FormData(form), visit.fields));
  };
  return html`<h1 tabindex="-1">${visit.name}</h1>
    ${visit.description === null ? nothing : html`<p>${visit.description}</p>`}
    <form @submit=${submit}>
      ${line(words.subject, 'subject', { required: true, maxlength: 200 })}
      ${visit.fields.map((field, index) => question(words, field, `field-${index}`))}
      ${line(words.name, 'name', { required: true, maxlength: 100, autocomplete: 'name' })}
      ${line(words.address, 'address', { type: 'email', maxlength: 254, autocomplete: 'email' })}
      ${failed ? html`<p class="wrong" role="alert">${words.failed}</p>` : nothing}
      <button class="primary" ?disabled=${sending}>
        ${sending ? words.sending : words.send} ${icon('arrow')}
      </button>
      <p class="ok">${icon('verified', 18)} ${words.safe}</p>
    </form>`;
}

interface Line {
  readonly required?: boolean;
  readonly maxlength: number;
  readonly type?: string;
  readonly autocomplete?: string;
}

function line(label: string, name: string, how: Line): TemplateResult {
  const { required = false, maxlength, type = 'text', autocomplete = 'off' } = how;
  return html`<div class="ask">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      type=${type}
      maxlength=${maxlength}
      autocomplete=${autocomplete}
      ?required=${required}
    />
  </div>`;
}

function question(words: Words['sos'], field: SosField, name: string): TemplateResult {
  const { label, required } = field;
  return html`<div class="ask">
    <label for=${name}
      >${label} ${required ? nothing : html`<small>${words.optional}</small>`}</label
    >
    ${control(words, field, name)}
  </div>`;
}

function control(words: Words['sos'], field: SosField, name: string): TemplateResult {
  const { kind, required, choices = [] } = field;
  if (kind === 'long-text') {
    return html`<textarea
      id=${name}
      name=${name}
      maxlength="2000"
      ?required=${required}
    ></textarea>`;
  }
  if (kind === 'text') {
    return html`<input id=${name} name=${name} maxlength="200" ?required=${required} />`;
  }
  return html`<select id=${name} name=${name} ?required=${required}>
    <option value="">${words.pick}</option>
    ${choices.map((choice) => html`<option>${choice}</option>`)}
  </select>`;
}

function askedIn(form: FormData, fields: readonly SosField[]): Asked {
  const address = textIn(form, 'address');
  return {
    name: textIn(form, 'name'),
    subject: textIn(form, 'subject'),
    answers: fields
      .map(({ label }, index) => ({ label, value: textIn(form, `field-${index}`) }))
      .filter(({ value }) => value !== ''),
    ...(address === '' ? {} : { address }),
  };
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
