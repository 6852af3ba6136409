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

/** A place in a form or its answers, such as `fields[2].choices`, and what is wrong there. */
export interface FormFault {
  readonly path: string;
  readonly message: string;
}

/** The most letters of an answer on one line. */
const longestText = 200;

/** What is wrong with the fields of a form; nothing when it can be put before people. */
export function faultsOfForm(fields: readonly FormField[]): readonly FormFault[] {
  return fields.flatMap((field, index) => faultsOfField(field, fields.slice(0, index), index));
}

function faultsOfField(
  { label, kind, choices }: FormField,
  before: readonly FormField[],
  index: number,
): readonly FormFault[] {
  const path = `fields[${index}]`;
  const faults: FormFault[] = [];
  if (before.some((field) => same(field.label, label))) {
    faults.push({ path: `${path}.label`, message: 'stands twice in the form' });
  }
  if (kind === 'choice' && !choices) {
    faults.push({ path: `${path}.choices`, message: 'is missing' });
  }
  if (kind !== 'choice' && choices) {
    faults.push({ path: `${path}.choices`, message: 'only belongs to a choice' });
  }
  if (choices && new Set(choices.map((choice) => choice.trim())).size < choices.length) {
    faults.push({ path: `${path}.choices`, message: 'offers the same thing twice' });
  }
  return faults;
}

/** What is wrong with the answers to a form; nothing when they can be taken. */
export function faultsOfAnswers(
  fields: readonly FormField[],
  answers: readonly FormAnswer[],
): readonly FormFault[] {
  const missing = fields
    .filter(({ required, label }) => required && !answers.some((one) => one.label === label))
    .map(({ label }) => ({ path: 'answers', message: `lacks “${label}”` }));
  const wrong = answers.flatMap((answer, index) => faultsOfAnswer(fields, answers, index, answer));
  return [...missing, ...wrong];
}

function faultsOfAnswer(
  fields: readonly FormField[],
  answers: readonly FormAnswer[],
  index: number,
  { label, value }: FormAnswer,
): readonly FormFault[] {
  const path = `answers[${index}]`;
  const field = fields.find((one) => one.label === label);
  if (!field) return [{ path: `${path}.label`, message: 'is not asked in this form' }];
  if (answers.findIndex((one) => one.label === label) < index) {
    return [{ path: `${path}.label`, message: 'is answered twice' }];
  }
  if (field.kind === 'choice' && field.choices?.includes(value) !== true) {
    return [{ path: `${path}.value`, message: 'is not on offer' }];
  }
  const tooLong = field.kind === 'text' && (value.length > longestText || value.includes('\n'));
  return tooLong ? [{ path: `${path}.value`, message: 'must fit on one line' }] : [];
}

function same(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}
