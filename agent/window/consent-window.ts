import type { ConsentScope } from '../../workflows/domain/session/vocabulary.js';
import type { Faces } from './face.js';
import { wakeGtk } from './gtk-loop.js';
import { ui, type Widget } from './gtk.js';
import { button, column, paragraph, row, styled, text, wide } from './pieces.js';
import { deskLine } from './desk-line.js';
import { TopWindow } from './top-window.js';
import type { Intentions, QuestionView, View } from './view.js';
import { wordsOf } from './words-of.js';
import type { Words } from './words.js';

const width = 440;
const dialog = 1;
const tick = 250;
/** A click or key that was already on its way when the question appeared is no answer to it. */
const armAfter = 700;

/** The question for consent. It answers by itself with a no when its time is over. */
export class ConsentWindow {
  readonly #window: TopWindow;
  readonly #faces: Faces;
  readonly #intentions: Intentions;
  #question: QuestionView | null = null;
  #shown = '';
  #ticker: NodeJS.Timeout | undefined;

  constructor(faces: Faces, intentions: Intentions) {
    this.#faces = faces;
    this.#intentions = intentions;
    this.#window = new TopWindow('Mayday', width, () => {
      this.#refuse();
    });
    ui.setTypeHint(this.#window.widget, dialog);
    ui.setKeepAbove(this.#window.widget, 1);
    ui.setUrgent(this.#window.widget, 1);
    ui.stick(this.#window.widget);
  }

  show(view: View): void {
    const { question } = view;
    const key = question
      ? JSON.stringify([question, view.language, this.#faces.has(question.by.key)])
      : '';
    if (key === this.#shown) return;
    this.#shown = key;
    clearInterval(this.#ticker);
    this.#question = question;
    if (question) this.#ask(view, question);
    else this.#window.hide();
  }

  close(): void {
    clearInterval(this.#ticker);
  }

  #ask(view: View, question: QuestionView): void {
    const words = wordsOf(view.language);
    const switches = new Map(question.scopes.map((scope) => [scope, scopeSwitch()]));
    const left = paragraph('', 54, 'small', 'muted');
    const answers = this.#answers(question, switches, words);
    this.#window.fill(
      styled(
        column(
          0,
          deskLine(view.desk, words),
          this.#who(question, words),
          ...[...switches].map(([scope, toggle]) => scopeLine(scope, toggle, words)),
          answers,
          left,
        ),
        'card',
        'question',
      ),
    );
    this.#window.show();
    ui.setFocus(this.#window.widget, null);
    this.#count(question, words, left, answers);
  }

  #who(question: QuestionView, words: Words): Widget {
    const asks = question.more ? words.asksMore : words.asks;
    const heading = column(
      2,
      paragraph(asks(question.by.name), 26, 'title'),
      paragraph(words.about(question.subject), 38, 'muted'),
    );
    const face = this.#faces.draw(question.by.key, question.by.name, 60);
    return styled(row(14, face, wide(heading)), 'asker');
  }

  #answers(
    question: QuestionView,
    switches: ReadonlyMap<ConsentScope, Widget>,
    words: Words,
  ): Widget {
    const refuse = button(
      words.refuse,
      () => {
        this.#refuse();
      },
      'big',
    );
    const allow = button(
      words.allow,
      () => {
        const chosen = [...switches].filter(([, toggle]) => ui.isOn(toggle) === 1);
        this.#answer(
          question,
          chosen.map(([scope]) => scope),
        );
      },
      'big',
      'primary',
    );
    const both = styled(row(10, wide(refuse), wide(allow)), 'answers');
    ui.setHomogeneous(both, 1);
    return both;
  }

  #count(question: QuestionView, words: Words, left: Widget, answers: Widget): void {
    const armed = performance.now() + armAfter;
    ui.setSensitive(answers, 0);
    const show = (): void => {
      const now = performance.now();
      const seconds = Math.max(0, Math.ceil((question.until - now) / 1000));
      const recorded = question.scopes.includes('record') ? [] : [words.notRecorded];
      ui.setLabel(left, [words.countdown(seconds), words.stopHint, ...recorded].join(' '));
      if (now >= armed) ui.setSensitive(answers, 1);
      if (now >= question.until) this.#refuse();
      wakeGtk();
    };
    show();
    this.#ticker = setInterval(show, tick);
  }

  #refuse(): void {
    if (this.#question) this.#answer(this.#question, []);
  }

  #answer(question: QuestionView, scopes: readonly ConsentScope[]): void {
    if (this.#question?.id !== question.id) return;
    this.#question = null;
    clearInterval(this.#ticker);
    this.#window.hide();
    this.#intentions.answer(question.id, scopes);
  }
}

function scopeSwitch(): Widget {
  const toggle = ui.switch();
  ui.setOn(toggle, 1);
  ui.setValign(toggle, 3);
  return toggle;
}

function scopeLine(scope: ConsentScope, toggle: Widget, words: Words): Widget {
  const label = text(words.scopes[scope]);
  ui.setLabelFor(label, toggle);
  const hint = scope === 'control' ? [text(words.controlHint, 'small', 'muted')] : [];
  return styled(row(12, wide(column(1, label, ...hint)), toggle), 'scope');
}
