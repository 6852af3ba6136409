import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import type { SosCall, SosField } from '../desk/contract.js';
import { type DeskProblem, asProblem } from '../desk/desk-problem.js';
import { MyDesk } from '../desk/my-desk.js';
import { Dialog } from '../shell/dialog.js';
import { Dialogs } from '../shell/dialogs.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { ProblemWords } from '../words/problem-words.js';
import { Words } from '../words/words.js';
import { DoorsApi } from './doors-api.js';
import { sosTermsFrom } from './sos-form.js';

const kinds = ['text', 'long-text', 'choice'] as const;
const mostFields = 12;

/** Makes an SOS Call or changes one: its name, where it leads, and what it asks. */
@Component({
  selector: 'md-sos-call-dialog',
  imports: [Dialog, Icon],
  templateUrl: './sos-call-dialog.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SosCallDialog {
  readonly words = inject(Words);
  readonly dialogs = inject(Dialogs);
  readonly #desk = inject(MyDesk);
  readonly #api = inject(DoorsApi);
  readonly #notices = inject(Notices);
  readonly #problemWords = inject(ProblemWords);

  readonly call = input.required<SosCall | null>();
  readonly saved = input.required<() => void>();

  readonly kinds = kinds;
  readonly kindKeys = {
    text: 'sos.kind.text',
    'long-text': 'sos.kind.longText',
    choice: 'sos.kind.choice',
  } as const;
  readonly channels = computed(() => this.#desk.channels());
  readonly fields = linkedSignal<readonly SosField[]>(() => this.call()?.fields ?? []);
  readonly full = computed(() => this.fields().length >= mostFields);
  readonly busy = signal(false);
  readonly problem = signal<DeskProblem | null>(null);
  readonly sentence = computed(() => {
    const problem = this.problem();
    if (!problem) return null;
    const places = problem.problem.errors?.map(({ path, message }) => `${path} ${message}`) ?? [];
    return [this.#problemWords.sentence(problem), ...places].join(' ');
  });
  readonly #key = crypto.randomUUID();

  add(): void {
    this.fields.update((fields) => [...fields, { label: '', kind: 'text', required: false }]);
  }

  remove(index: number): void {
    this.fields.update((fields) => fields.filter((_, at) => at !== index));
  }

  change(index: number, change: Partial<SosField>): void {
    this.fields.update((fields) =>
      fields.map((field, at) => (at === index ? { ...field, ...change } : field)),
    );
  }

  label(index: number, event: Event): void {
    if (event.target instanceof HTMLInputElement) this.change(index, { label: event.target.value });
  }

  kind(index: number, event: Event): void {
    const chosen = event.target instanceof HTMLSelectElement ? event.target.value : '';
    const kind = kinds.find((one) => one === chosen);
    if (kind) this.change(index, { kind });
  }

  choices(index: number, event: Event): void {
    if (!(event.target instanceof HTMLTextAreaElement)) return;
    this.change(index, { choices: event.target.value.split('\n') });
  }

  required(index: number, event: Event): void {
    if (event.target instanceof HTMLInputElement)
      this.change(index, { required: event.target.checked });
  }

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || this.busy()) return;
    this.busy.set(true);
    const form = new FormData(event.target);
    const call = this.call();
    const body = sosTermsFrom(form, this.fields(), call);
    const channel = form.get('channel');
    try {
      if (call) await this.#api.edit(call, body);
      else await this.#api.create(typeof channel === 'string' ? channel : '', body, this.#key);
      this.dialogs.close();
      this.saved()();
      this.#notices.done(this.words.t('sos.saved'));
    } catch (thrown) {
      this.problem.set(asProblem(thrown));
    } finally {
      this.busy.set(false);
    }
  }
}
