import { priorities } from '../../../../workflows/domain/session/vocabulary.js';
import type { NewInvitation } from '../desk/contract.js';
import { isLanguage } from '../words/language.js';
import { lifetimes } from './lifetimes.js';

/** Writes into the fields of a form what they are to say. */
export function fillIn(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) {
      field.value = value;
    }
  }
}

/** The invitation that a filled-in form says; what was left empty is left to the desk. */
export function invitationFrom(form: FormData, requesterId: string | null): NewInvitation {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const language = text('language');
  const lifetime = lifetimes.find((minutes) => String(minutes) === text('linkLifetimeMinutes'));
  const priority = priorities.find((known) => known === text('priority'));
  return {
    name: text('name'),
    subject: text('subject'),
    ...(text('address') === '' ? {} : { address: text('address') }),
    ...(text('channel') === '' ? {} : { channel: text('channel') }),
    ...(isLanguage(language) ? { language } : {}),
    ...(priority ? { priority } : {}),
    ...(lifetime ? { linkLifetimeMinutes: lifetime } : {}),
    ...(text('customer') === '' ? {} : { customer: text('customer') }),
    ...(requesterId === null ? {} : { requesterId }),
    ...(text('ticket') === '' ? {} : { ticket: text('ticket') }),
    ...(form.has('mail') && text('address') !== '' ? { mail: true } : {}),
    assign: text('assign') === 'queue' ? 'queue' : 'me',
  };
}
