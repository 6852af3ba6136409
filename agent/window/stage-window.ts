import type { Faces } from './face.js';
import { wakeGtk } from './gtk-loop.js';
import { ui, type Widget } from './gtk.js';
import { afterwards } from './afterwards.js';
import { codePage } from './code-page.js';
import { sosPage } from './sos-page.js';
import { deskLine } from './desk-line.js';
import { button, column, paragraph, row, styled, text, wide } from './pieces.js';
import { onSignal } from './signals.js';
import { stagePage, stageWidth } from './stage-page.js';
import { TopWindow } from './top-window.js';
import type { Intentions, ReceiptView, Stage, View } from './view.js';
import { waitingRoom } from './waiting-room.js';
import { wordsOf } from './words-of.js';
import type { Words } from './words.js';

const characters = 44;
const armAfter = 1000;

/** The helper's first window: from the link to the wait for a technician, and the receipt at the end. */
export class StageWindow {
  readonly #window: TopWindow;
  readonly #faces: Faces;
  readonly #intentions: Intentions;
  #shown = '';

  constructor(faces: Faces, intentions: Intentions) {
    this.#faces = faces;
    this.#intentions = intentions;
    this.#window = new TopWindow('Mayday', stageWidth, () => {
      intentions.quit();
    });
  }

  show(view: View): void {
    const now = JSON.stringify([view.stage, view.language, view.desk, this.#faceOf(view.stage)]);
    if (now === this.#shown) return;
    this.#shown = now;
    if (view.stage.kind === 'sharing') {
      this.#window.hide();
      return;
    }
    const words = wordsOf(view.language);
    this.#window.fill(this.#content(view, view.stage, words), this.#languageSwitch(view, words));
    this.#window.show();
  }

  #faceOf(stage: Stage): boolean {
    return stage.kind === 'waiting' && stage.technician !== null
      ? this.#faces.has(stage.technician.key)
      : false;
  }

  #languageSwitch(view: View, words: Words): Widget {
    const other = view.language === 'en' ? 'pt-BR' : 'en';
    return button(
      words.otherLanguage,
      () => {
        this.#intentions.speak(other);
      },
      'quiet',
    );
  }

  #content(view: View, stage: Exclude<Stage, { kind: 'sharing' }>, words: Words): Widget {
    switch (stage.kind) {
      case 'link':
        return this.#link(words, stage);
      case 'code':
        return codePage(words, stage, this.#intentions);
      case 'sos':
        return sosPage(words, stage, this.#intentions);
      case 'connecting':
        return this.#connecting(words);
      case 'waiting':
        return this.#waiting(view, words, stage);
      case 'problem':
        return this.#problem(words, stage);
      case 'ended':
        return this.#ended(view, words, stage);
    }
  }

  #link(words: Words, stage: Extract<Stage, { kind: 'link' }>): Widget {
    const entry = ui.entry();
    const follow = (): void => {
      this.#intentions.follow(ui.entryText(entry) ?? '');
    };
    ui.setPlaceholder(entry, words.linkPlaceholder);
    ui.setMaxLength(entry, 2000);
    onSignal(entry, 'activate', follow);
    const label = text(words.linkLabel, 'small', 'muted');
    ui.setLabelFor(label, entry);
    return stagePage(
      text(words.pasteTitle, 'title'),
      paragraph(words.pasteHint, characters, 'muted'),
      column(4, label, entry),
      ...problemNote(stage.problem === null ? null : words.problems[stage.problem]),
      button(words.follow, follow, 'primary', 'big'),
      paragraph(words.noLink, characters, 'muted', 'small'),
      button(words.getCode, () => {
        this.#intentions.askForCode(ui.entryText(entry) ?? '');
      }),
    );
  }

  #connecting(words: Words): Widget {
    const spinner = ui.spinner();
    ui.startSpinner(spinner);
    return stagePage(row(14, spinner, text(words.connecting, 'title')));
  }

  #waiting(view: View, words: Words, stage: Extract<Stage, { kind: 'waiting' }>): Widget {
    const { technician, queue } = stage;
    const number = queue?.number ?? null;
    const numbered = number === null ? null : words.waiting.number(number);
    // Somebody's name says more than a number, which then stands below it.
    const title =
      technician || numbered === null ? words.waitingTitle(technician?.name ?? null) : numbered;
    const heading = column(
      2,
      paragraph(title, 26, 'title'),
      paragraph(words.about(stage.subject), 38, 'muted'),
      ...(technician && numbered !== null ? [paragraph(numbered, 38, 'name')] : []),
    );
    const who = technician
      ? row(14, this.#faces.draw(technician.key, technician.name, 60), wide(heading))
      : heading;
    const chat = button(words.chat, () => {
      this.#intentions.openChat(true);
    });
    const leave = button(words.leave, () => {
      this.#intentions.leave();
    });
    armLater(leave);
    return stagePage(
      deskLine(view.desk, words),
      who,
      ...(queue ? waitingRoom(words, queue) : []),
      paragraph(words.waitingHint, characters, 'muted'),
      row(10, wide(leave), chat),
      paragraph(words.honesty, 60, 'small', 'muted'),
    );
  }

  #problem(words: Words, stage: Extract<Stage, { kind: 'problem' }>): Widget {
    const retry = button(words.tryAgain, () => {
      this.#intentions.retry();
    });
    const done = button(words.done, () => {
      this.#intentions.quit();
    });
    return stagePage(
      ...problemNote(words.problems[stage.problem]),
      row(10, ...(stage.retry ? [wide(styled(retry, 'primary'))] : []), wide(done)),
    );
  }

  #ended(view: View, words: Words, stage: Extract<Stage, { kind: 'ended' }>): Widget {
    const done = button(
      words.done,
      () => {
        this.#intentions.quit();
      },
      'primary',
      'big',
    );
    return stagePage(
      deskLine(view.desk, words),
      text(words.thanks, 'title'),
      paragraph(words.endedBy[stage.by], characters, 'muted'),
      ...(stage.receipt ? [receipt(stage.receipt, words, view.language)] : []),
      ...afterwards(stage, words, this.#intentions),
      done,
    );
  }
}

function problemNote(words: string | null): readonly Widget[] {
  return words === null ? [] : [paragraph(words, characters, 'problem')];
}

function receipt(what: ReceiptView, words: Words, language: string): Widget {
  const who = what.technicians.length > 0 ? what.technicians.join(', ') : words.nobody;
  const allowed = what.allowed.map((scope) => words.chips[scope]).join(', ');
  return column(
    0,
    receiptLine(words.receiptWho, who),
    receiptLine(words.receiptWhen, period(what, words, language)),
    receiptLine(words.receiptAllowed, allowed === '' ? words.nothingAllowed : allowed),
  );
}

function receiptLine(name: string, value: string): Widget {
  const label = text(name, 'muted', 'small');
  ui.setSizeRequest(label, 100, -1);
  return styled(row(8, label, wide(paragraph(value, 32))), 'receipt');
}

function period(what: ReceiptView, words: Words, language: string): string {
  if (what.startedAt === null) return words.notConnected;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short' });
  return day.formatRange(new Date(what.startedAt), new Date(what.endedAt));
}

/** A press that was already on its way when the window appeared must not end the session. */
function armLater(widget: Widget): void {
  ui.setSensitive(widget, 0);
  const timer = setTimeout(() => {
    ui.setSensitive(widget, 1);
    wakeGtk();
  }, armAfter);
  onSignal(widget, 'destroy', () => {
    clearTimeout(timer);
  });
}
