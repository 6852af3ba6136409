import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import type { SessionDetail } from '../../desk/contract.js';
import { DeskApi } from '../../desk/desk-api.js';
import { asProblem } from '../../desk/desk-problem.js';
import { MyDesk } from '../../desk/my-desk.js';
import { Icon } from '../../shell/icon.js';
import { ProblemWords } from '../../words/problem-words.js';
import { instantText } from '../../words/spans.js';
import { Words } from '../../words/words.js';
import { SessionStore } from '../session-store.js';

/** A message on its way to the desk; its key makes sending it again harmless. */
interface Outgoing {
  readonly key: string;
  readonly text: string;
  readonly fault: string | null;
}

/** The talk with the user: Enter sends, Shift Enter begins a line. */
@Component({
  selector: 'md-chat',
  imports: [Icon],
  templateUrl: './chat.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Chat {
  readonly words = inject(Words);
  readonly store = inject(SessionStore);
  readonly #api = inject(DeskApi);
  readonly #me = inject(MyDesk).me;
  readonly #problemWords = inject(ProblemWords);

  readonly session = input.required<SessionDetail>();
  readonly outgoing = signal<readonly Outgoing[]>([]);
  readonly log = viewChild<ElementRef<HTMLElement>>('log');
  readonly text = viewChild<ElementRef<HTMLTextAreaElement>>('text');
  readonly messages = computed(() => {
    const language = this.words.locale();
    return this.store.messages().map((message) => ({
      ...message,
      mine: message.side === 'technician',
      who: message.author === this.#me()?.person.name ? this.words.t('you') : message.author,
      time: instantText(Date.parse(message.at), Date.now(), language),
    }));
  });
  readonly mayWrite = computed(() => this.session().abilities.includes('write'));

  constructor() {
    effect(() => {
      if (this.messages().length + this.outgoing().length > 0)
        queueMicrotask(() => {
          this.#showLast();
        });
    });
  }

  key(event: KeyboardEvent): void {
    // An Enter that ends a composition, as in Japanese, is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  send(): void {
    const field = this.text()?.nativeElement;
    const text = field?.value.trim() ?? '';
    if (!field || text === '') return;
    field.value = '';
    field.focus();
    void this.#deliver({ key: crypto.randomUUID(), text, fault: null });
  }

  again(message: Outgoing): void {
    void this.#deliver({ ...message, fault: null });
  }

  async #deliver(message: Outgoing): Promise<void> {
    const { key, text } = message;
    this.#put(message);
    try {
      this.store.add(await this.#api.write(this.session().id, text, key));
      this.outgoing.update((all) => all.filter((one) => one.key !== key));
    } catch (thrown) {
      this.#put({ ...message, fault: this.#problemWords.sentence(asProblem(thrown)) });
    }
  }

  /** Within the chat alone: the page around it stays where it is. */
  #showLast(): void {
    const log = this.log()?.nativeElement;
    if (log) log.scrollTop = log.scrollHeight;
  }

  #put(message: Outgoing): void {
    this.outgoing.update((all) => [...all.filter(({ key }) => key !== message.key), message]);
  }
}
