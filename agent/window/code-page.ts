import { wakeGtk } from './gtk-loop.js';
import { ui, type Widget } from './gtk.js';
import { button, column, paragraph, row, text, wide } from './pieces.js';
import { onSignal } from './signals.js';
import { stagePage } from './stage-page.js';
import type { Intentions, Stage } from './view.js';
import type { Words } from './words.js';

const characters = 44;

type CodeStage = Extract<Stage, { kind: 'code' }>;

/** Nine digits, large and in threes, with the time that they still work; then that they no longer do, and the way to others. */
export function codePage(words: Words, stage: CodeStage, intentions: Intentions): Widget {
  const back = button(words.back, () => {
    intentions.giveUpCode();
  });
  const again = button(
    words.newCode,
    () => {
      intentions.askForCode(stage.desk);
    },
    'primary',
  );
  return stagePage(
    paragraph(words.codeOf(stage.desk), characters, 'org'),
    ...(stage.over
      ? [
          paragraph(words.codeOver, 26, 'title'),
          paragraph(words.codeOverHint, characters, 'muted'),
          row(10, wide(again), wide(back)),
        ]
      : [
          paragraph(words.codeTitle, 26, 'title'),
          text(stage.digits, 'code'),
          timeLeft(words, stage.until),
          paragraph(words.codeHint, characters, 'muted'),
          wide(back),
        ]),
    column(0, paragraph(words.honesty, 60, 'small', 'muted')),
  );
}

function timeLeft(words: Words, until: number): Widget {
  const label = text('', 'muted');
  const show = (): void => {
    const seconds = Math.max(0, Math.ceil((until - performance.now()) / 1000));
    ui.setLabel(label, words.codeLeft(Math.floor(seconds / 60), seconds % 60));
    wakeGtk();
  };
  show();
  const timer = setInterval(show, 1000);
  onSignal(label, 'destroy', () => {
    clearInterval(timer);
  });
  return label;
}
