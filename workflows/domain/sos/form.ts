import type { Fault } from '../fault.js';
import { lookOf } from '../look-of-name.js';

/** What an SOS Call asks beside name and matter. */
export interface FormField {
  readonly label: string;
  readonly kind: 'text' | 'long-text' | 'choice';
  readonly required: boolean;
  /** For a choice only. */
  readonly choices?: readonly string[];
}

/** What somebody filled in. */
export interface FormAnswer {
  readonly label: string;
  readonly value: string;
}

/** The most letters of an answer on one line. */
const longestText = 200;

/** What is wrong with the fields of a form, at places such as `/fields/2/choices`; nothing when it can be put before people. */
export function faultsOfForm(fields: readonly FormField[]): readonly Fault[] {
  return fields.flatMap((field, index) => faultsOfField(field, fields.slice(0, index), index));
}

function faultsOfField(
  { label, kind, choices }: FormField,
  before: readonly FormField[],
  index: number,
): readonly Fault[] {
  const path = `/fields/${index}`;
  const faults: Fault[] = [];
  if (before.some((field) => same(field.label, label))) {
    faults.push({ path: `${path}/label`, code: 'repeated', message: 'stands twice in the form' });
  }
  if (kind === 'choice' && !choices) {
    faults.push({ path: `${path}/choices`, code: 'missing', message: 'is missing' });
  }
  if (kind !== 'choice' && choices) {
    const message = 'only belongs to a choice';
    faults.push({ path: `${path}/choices`, code: 'choices-misplaced', message });
  }
  if (choices && new Set(choices.map((choice) => choice.trim())).size < choices.length) {
    const message = 'offers the same thing twice';
    faults.push({ path: `${path}/choices`, code: 'repeated', message });
  }
  return faults;
}

/** What is wrong with the answers to a form, at places such as `/answers/2/value`; nothing when they can be taken. */
export function faultsOfAnswers(
  fields: readonly FormField[],
  answers: readonly FormAnswer[],
): readonly Fault[] {
  const missing = fields
    .filter(({ required, label }) => required && !answers.some((one) => one.label === label))
    .map(({ label }): Fault => {
      const message = `lacks “${label}”`;
      return { path: '/answers', code: 'answer-missing', message, values: { label } };
    });
  const wrong = answers.flatMap((answer, index) => faultsOfAnswer(fields, answers, index, answer));
  return [...missing, ...wrong];
}

function faultsOfAnswer(
  fields: readonly FormField[],
  answers: readonly FormAnswer[],
  index: number,
  { label, value }: FormAnswer,
): readonly Fault[] {
  const path = `/answers/${index}`;
  const field = fields.find((one) => one.label === label);
  if (!field)
    return [{ path: `${path}/label`, code: 'not-asked', message: 'is not asked in this form' }];
  if (answers.findIndex((one) => one.label === label) < index) {
    return [{ path: `${path}/label`, code: 'answered-twice', message: 'is answered twice' }];
  }
  if (field.kind === 'choice' && field.choices?.includes(value) !== true) {
    return [{ path: `${path}/value`, code: 'choice-unknown', message: 'is not on offer' }];
  }
  const tooLong = field.kind === 'text' && (value.length > longestText || value.includes('\n'));
  return tooLong
    ? [{ path: `${path}/value`, code: 'not-one-line', message: 'must fit on one line' }]
    : [];
}

function same(one: string, other: string): boolean {
  return lookOf(one) === lookOf(other);
}
