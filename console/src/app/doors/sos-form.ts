import type { SosCall, SosField } from '../desk/contract.js';
import type { SosCallTerms } from './doors-api.js';

/** What was filled in, as the desk takes it: without what is empty. */
export function sosTermsFrom(
  form: FormData,
  fields: readonly SosField[],
  before: Pick<SosCall, 'technician'> | null,
): SosCallTerms {
  const description = textIn(form, 'description');
  const technician = before?.technician?.key;
  return {
    name: textIn(form, 'name'),
    listed: form.get('listed') !== null,
    fields: fields.map(cleaned),
    ...(description === '' ? {} : { description }),
    ...(technician === undefined ? {} : { technician }),
  };
}

function cleaned({ label, kind, required, choices = [] }: SosField): SosField {
  const field = { label: label.trim(), kind, required };
  if (kind !== 'choice') return field;
  const offered = choices.map((choice) => choice.trim()).filter((choice) => choice !== '');
  return { ...field, choices: offered };
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}
