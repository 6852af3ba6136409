import { wakeGtk } from './gtk-loop.js';
import { ui, type Widget } from './gtk.js';
import { button, column, paragraph, row, styled, text, wide } from './pieces.js';
import { onSignal } from './signals.js';
import { TopWindow } from './top-window.js';
import type { ChatView, Intentions, SaidView, View } from './view.js';
import { wordsOf } from './words-of.js';
import type { Words } from './words.js';

const width = 360;
const height = 480;
const never = 2;
const automatic = 1;
const start = 1;
const end = 2;

/** The chat with the technicians. What is being written stays while messages come in. */
export class ChatWindow {
  readonly #window: TopWindow;
  readonly #intentions: Intentions;
  readonly #entry: Widget;
  readonly #send: Widget;
  readonly #scroll: Widget;
  #list: Widget | undefined;
  #shown = '';

  constructor(intentions: Intentions) {
    this.#intentions = intentions;
    this.#window = new TopWindow('Mayday', width, () => {
      intentions.openChat(false);
    });
    ui.setResizable(this.#window.widget, 1);
    ui.setDefaultSize(this.#window.widget, width, height);
    this.#scroll = styled(ui.scrolled(null, null), 'chat');
    ui.setScroll(this.#scroll, never, automatic);
    ui.setVexpand(this.#scroll, 1);
    this.#entry = wide(ui.entry());
    ui.setMaxLength(this.#entry, 4000);
    this.#send = button(
      '',
      () => {
        this.#say();
      },
      'primary',
    );
    onSignal(this.#entry, 'activate', () => {
      this.#say();
    });
    const writing = styled(row(8, this.#entry, this.#send), 'writing');
    this.#window.fill(column(0, this.#scroll, writing));
  }

  show(view: View): void {
    const key = JSON.stringify([view.chat, view.language]);
    if (key === this.#shown) return;
    this.#shown = key;
    if (!view.chat.open) {
      this.#window.hide();
      return;
    }
    this.#fill(view.chat, wordsOf(view.language));
    this.#window.show();
    ui.grabFocus(this.#entry);
  }

  #fill(chat: ChatView, words: Words): void {
    ui.setButton(this.#send, words.send);
    ui.setPlaceholder(this.#entry, words.writeTo(chat.with?.name ?? null));
    if (this.#list !== undefined) ui.destroy(this.#list);
    this.#list = styled(
      column(10, ...saidOrHint(chat, words), ...notSent(chat, words)),
      'said-list',
    );
    ui.add(this.#scroll, this.#list);
    ui.showAll(this.#scroll);
    setTimeout(() => {
      const place = ui.verticalPlace(this.#scroll);
      ui.scrollTo(place, ui.upper(place));
      wakeGtk();
    }, 50);
  }

  #say(): void {
    const said = (ui.entryText(this.#entry) ?? '').trim();
    if (said === '') return;
    ui.setEntry(this.#entry, '');
    this.#intentions.say(said);
  }
}

function saidOrHint(chat: ChatView, words: Words): readonly Widget[] {
  if (chat.said.length === 0) return [paragraph(words.noMessages, 36, 'muted', 'small')];
  return chat.said.map((said) => bubble(said, words));
}

function notSent(chat: ChatView, words: Words): readonly Widget[] {
  return chat.notSent ? [paragraph(words.notSent, 36, 'problem')] : [];
}

function bubble(said: SaidView, words: Words): Widget {
  const author = text(said.mine ? words.you : said.author, 'small', 'muted');
  const what = paragraph(said.text, 32, 'said', ...(said.mine ? ['mine'] : []));
  const both = column(2, author, what);
  for (const part of [both, author, what]) ui.setHalign(part, said.mine ? end : start);
  return both;
}
