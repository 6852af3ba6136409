import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import { inThrees, readCode } from '../../../../workflows/domain/codes/code.js';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import { Dialog } from '../shell/dialogs/dialog.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { DialogFoot } from '../shell/dialogs/dialog-foot.js';
import { Icon } from '../shell/icon.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { spanText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { DoorsApi } from './doors-api.js';

/** Work that takes no longer is not worth a word. */
const longWorkMs = 2_000;

/** Takes the nine digits that a user reads out, however they are spaced; the session is mine at once. */
@Component({
  selector: 'md-code-dialog',
  imports: [Dialog, DialogFoot, Icon, ProblemAlert],
  templateUrl: './code-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CodeDialog {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly dialogs = inject(Dialogs);
  readonly #api = inject(DoorsApi);
  readonly #router = inject(Router);

  readonly typed = signal('');
  readonly busy = signal(false);
  readonly problem = signal<DeskProblem | null>(null);
  /** How long the work usually takes that the desk wants first. */
  readonly usualMs = signal<number | null>(null);
  readonly working = computed(() => {
    const usual = this.usualMs();
    if (usual === null || usual < longWorkMs) return null;
    return this.words.t('code.working', { span: spanText(usual, this.words.locale()) });
  });
  readonly channels = computed(() => this.desk.channels().filter(({ mayInvite }) => mayInvite));
  readonly read = computed(() => readCode(this.typed()));
  readonly digits = computed(() => this.typed().replace(/\D/g, '').length);

  /** What to say below the field while somebody types. */
  readonly hint = computed(() => {
    const read = this.read();
    if ('code' in read) return this.words.t('code.complete', { code: inThrees(read.code) });
    if (read.fault === 'wrong-digit') return this.words.t('code.wrongDigit');
    return this.words.t('code.digits', { n: this.digits() });
  });
  readonly mistyped = computed(() => {
    const read = this.read();
    return 'fault' in read && read.fault === 'wrong-digit';
  });
  /** One attempt has one key, so that sending it twice enters once. */
  readonly #left = new AbortController();
  #attempt: { readonly entry: string; readonly key: string } | null = null;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#left.abort();
    });
  }

  type(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.typed.set(event.target.value);
    this.problem.set(null);
  }

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const read = this.read();
    if (!(event.target instanceof HTMLFormElement) || this.busy() || !('code' in read)) return;
    this.busy.set(true);
    const form = new FormData(event.target);
    const [name, channel] = [textIn(form, 'name'), textIn(form, 'channel')];
    const entry = {
      code: read.code,
      subject: textIn(form, 'subject') ?? this.words.t('code.subjectUsual'),
      ...(name === null ? {} : { name }),
      ...(channel === null ? {} : { channel }),
    };
    try {
      const session = await this.#api.enter(entry, this.#keyFor(JSON.stringify(entry)), {
        expect: (usualMs) => {
          this.usualMs.set(usualMs);
        },
        signal: this.#left.signal,
      });
      this.dialogs.close();
      void this.#router.navigate(['/sessions', session.id]);
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set(false);
      this.usualMs.set(null);
    }
  }

  #keyFor(entry: string): string {
    if (this.#attempt?.entry !== entry) this.#attempt = { entry, key: crypto.randomUUID() };
    return this.#attempt.key;
  }
}

function textIn(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
