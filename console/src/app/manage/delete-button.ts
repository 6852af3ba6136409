import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { Icon } from '../shell/icon.js';
import { SecondPress } from '../shell/second-press.js';
import { Words } from '../words/words.js';

/** Deletes something only after a second press, which says what that means. */
@Component({
  selector: 'md-delete-button',
  imports: [Icon, SecondPress],
  template: `
    @if (sure()) {
      <button
        class="btn danger"
        type="button"
        [class.slim]="slim()"
        [disabled]="busy()"
        (mdSecondPress)="deleted.emit()"
      >
        {{ meaning() }}
      </button>
      <button class="btn quiet" type="button" [class.slim]="slim()" (click)="sure.set(false)">
        {{ words.t('dialog.cancel') }}
      </button>
    } @else {
      <button class="btn quiet" type="button" [class.slim]="slim()" (click)="sure.set(true)">
        <md-icon name="trash-2" />{{ words.t('directory.delete') }}
        @if (name(); as what) {
          <span class="visually-hidden">: {{ what }}</span>
        }
      </button>
    }
  `,
  host: { class: 'panel-acts' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeleteButton {
  readonly words = inject(Words);
  /** What the second press does, in words. */
  readonly meaning = input.required<string>();
  readonly busy = input(false);
  /** What is deleted, where several such buttons stand on one page. */
  readonly name = input<string>();
  readonly slim = input(false);
  readonly deleted = output();
  readonly sure = signal(false);
}
