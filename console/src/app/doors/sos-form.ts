import type { FormValues } from '../form/form-values.js';
import type { SosField } from '../desk/contract.js';
import type { SosCallTerms } from './doors-api.js';

/** What was filled in, as the desk takes it: without what is empty. */
export function sosTermsFrom(values: FormValues, fields: readonly SosField[]): SosCallTerms {
  const description = values.maybe('description');
  const technician = values.maybe('technician');
  return {
    name: values.text('name'),
    listed: values.ticked('listed').length > 0,
    fields: fields.map(cleaned),
    ...(description === null ? {} : { description }),
    ...(technician === null ? {} : { technician }),
  };
}

function cleaned({ label, kind, required, choices = [] }: SosField): SosField {
  const field = { label: label.trim(), kind, required };
  if (kind !== 'choice') return field;
  const offered = choices.map((choice) => choice.trim()).filter((choice) => choice !== '');
  return { ...field, choices: offered };
}
