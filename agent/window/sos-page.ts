import type { FormField } from '../../workflows/domain/sos/form.js';
import { deskLine } from './desk-line.js';
import { ui, type Widget } from './gtk.js';
import { button, column, paragraph, styled, text } from './pieces.js';
import { longPage, stagePage } from './stage-page.js';
import type { Intentions, Stage } from './view.js';
import type { Words } from './words.js';

const characters = 44;

type SosStage = Extract<Stage, { kind: 'sos' }>;

/** A question of the form and how to read what stands in it. */
interface Question {
  readonly widget: Widget;
  readonly read: () => string;
}

/** The form of an SOS Call: what is wrong, what it asks beside, and who asks. */
export function sosPage(words: Words, stage: SosStage, intentions: Intentions): Widget {
  const heading = [
    deskLine(stage.desk, words),
    paragraph(stage.name, 26, 'title'),
    ...(stage.description === null ? [] : [paragraph(stage.description, characters, 'muted')]),
  ];
  const { asked } = stage;
  if (stage.paused) {
    const sentence = asked ? words.sosPausedAsked : words.sosPaused;
    return stagePage(...heading, paragraph(sentence, characters));
  }
  const before = (label: string): string =>
    asked?.answers.find((answer) => answer.label === label)?.value ?? '';
  const subject = line(words.sosSubject, asked?.subject ?? '', 200);
  const name = line(words.sosName, asked?.name ?? '', 100);
  const questions = stage.fields.map((field) => ({
    label: field.label,
    ...question(field, before(field.label), words),
  }));
  const send = (): void => {
    const answers = questions
      .map(({ label, read }) => ({ label, value: read() }))
      .filter(({ value }) => value !== '');
    intentions.askForHelp({ name: name.read(), subject: subject.read(), answers });
  };
  return longPage(
    ...heading,
    ...(asked ? [paragraph(words.sosNotSent, characters, 'problem')] : []),
    subject.widget,
    ...questions.map(({ widget }) => widget),
    name.widget,
    button(words.sosSend, send, 'primary', 'big'),
  );
}

function question(field: FormField, before: string, words: Words): Question {
  const label = field.required ? field.label : `${field.label} ${words.sosOptional}`;
  if (field.kind === 'choice') return choice(label, field.choices ?? [], before);
  return line(label, before, field.kind === 'text' ? 200 : 2000);
}

function line(label: string, before: string, longest: number): Question {
  const entry = ui.entry();
  ui.setMaxLength(entry, longest);
  ui.setEntry(entry, before);
  const name = paragraph(label, characters, 'small', 'muted');
  ui.setLabelFor(name, entry);
  return { widget: column(4, name, entry), read: () => (ui.entryText(entry) ?? '').trim() };
}

function choice(label: string, choices: readonly string[], before: string): Question {
  let chosen = before;
  const buttons = choices.map((one) => {
    const made = button(one, () => {
      chosen = one;
      for (const other of buttons) ui.removeClass(ui.style(other), 'chosen');
      ui.addClass(ui.style(made), 'chosen');
    });
    return one === before ? styled(made, 'chosen') : made;
  });
  const name = text(label, 'small', 'muted');
  return { widget: column(6, name, ...buttons), read: () => chosen };
}
