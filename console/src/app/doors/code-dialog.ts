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
import { MyDesk } from '../desk/my-desk.js';
import { AttemptKey } from '../form/attempt-key.js';
import { Control } from '../form/control.js';
import { Field } from '../form/field.js';
import { FormSending } from '../form/form-sending.js';
import { FormValues } from '../form/form-values.js';
import { SendingProblem } from '../form/sending-problem.js';
import { Sends } from '../form/sends.js';
import { valueOf } from '../form/value-of.js';
import { Dialog } from '../shell/dialogs/dialog.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { DialogFoot } from '../shell/dialogs/dialog-foot.js';
import { spanText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { type CodeEntry, DoorsApi } from './doors-api.js';

/** Work that takes no longer is not worth a word. */
const longWorkMs = 2_000;

/** Takes the nine digits that a user reads out, however they are spaced; the session is mine at once. */
@Component({
  selector: 'md-code-dialog',
  imports: [Control, Dialog, DialogFoot, Field, SendingProblem, Sends],
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
  /** Whether somebody has typed what they had, so that what is missing is no longer on its way. */
  readonly left = signal(false);
  readonly sending = new FormSending();
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
    return this.fault() === null ? this.words.t('code.digits', { n: this.digits() }) : '';
  });
  readonly fault = computed(() => {
    const read = this.read();
    if ('code' in read || this.typed() === '') return null;
    if (read.fault === 'wrong-digit') return this.words.t('code.wrongDigit');
    return this.left() ? this.words.count('code.incomplete', this.digits()) : null;
  });
  readonly #key = new AttemptKey();
  readonly #left = new AbortController();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.#left.abort();
    });
  }

  type(event: Event): void {
    this.typed.set(valueOf(event));
    this.left.set(false);
  }

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const read = this.read();
    if (!(event.target instanceof HTMLFormElement) || !('code' in read)) return;
    const entry = this.#entryOf(read.code, new FormValues(event.target));
    await this.sending.send(async () => {
      const session = await this.#api.enter(entry, this.#key.of(entry), {
        expect: (usualMs) => {
          this.usualMs.set(usualMs);
        },
        signal: this.#left.signal,
      });
      this.dialogs.close();
      void this.#router.navigate(['/sessions', session.id]);
    });
    this.usualMs.set(null);
  }

  #entryOf(code: string, values: FormValues): CodeEntry {
    const [name, channel] = [values.maybe('name'), values.maybe('channel')];
    return {
      code,
      subject: values.maybe('subject') ?? this.words.t('code.subjectUsual'),
      ...(name === null ? {} : { name }),
      ...(channel === null ? {} : { channel }),
    };
  }
}
