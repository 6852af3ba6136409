import { ui, type Widget } from './gtk.js';
import { button, column, row, text, wide } from './pieces.js';
import { onSignal } from './signals.js';
import type { Intentions, Stage } from './view.js';
import type { Words } from './words.js';

type Ended = Extract<Stage, { kind: 'ended' }>;

/** What the person is asked at the end: how it was, with words if they like, and whether it is solved. */
export function afterwards(stage: Ended, words: Words, intentions: Intentions): readonly Widget[] {
  const again = button(words.askAgain, () => {
    intentions.askAgain();
  });
  return [
    ...(stage.by === 'user' && stage.receipt?.startedAt === null
      ? []
      : [stage.score === null ? question(words, intentions) : text(words.answered, 'muted')]),
    ...(stage.mayAskAgain ? [again] : []),
  ];
}

function question(words: Words, intentions: Intentions): Widget {
  const entry = ui.entry();
  ui.setMaxLength(entry, 2000);
  ui.setPlaceholder(entry, words.anythingElse);
  let chosen = 0;
  const send = button(
    words.sendAnswer,
    () => {
      intentions.rate(chosen, (ui.entryText(entry) ?? '').trim());
    },
    'primary',
  );
  ui.setSensitive(send, 0);
  const scores = words.scores.map((name, index) => {
    const score = button(String(index + 1), () => {
      for (const one of scores) ui.removeClass(ui.style(one), 'primary');
      ui.addClass(ui.style(score), 'primary');
      chosen = index + 1;
      ui.setSensitive(send, 1);
    });
    ui.setTooltip(score, name);
    return score;
  });
  onSignal(entry, 'activate', () => {
    if (chosen > 0) intentions.rate(chosen, (ui.entryText(entry) ?? '').trim());
  });
  const [worst, , , , best] = words.scores;
  return column(
    8,
    text(words.howWasIt),
    row(6, ...scores.map(wide)),
    row(6, wide(text(`1 · ${worst}`, 'small', 'muted')), text(`5 · ${best}`, 'small', 'muted')),
    row(8, wide(entry), send),
  );
}
