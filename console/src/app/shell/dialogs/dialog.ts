import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { Words } from '../../words/words.js';
import { Icon } from '../icon.js';
import { Dialogs } from './dialogs.js';
import { focusFirst, focusOnceThere } from './focus-first.js';

/** A modal dialog on the browser's own: it keeps the focus inside, Escape closes it, focus goes back. */
@Component({
  selector: 'md-dialog',
  imports: [Icon],
  template: `
    <dialog
      #dialog
      class="dialog"
      aria-labelledby="dialog-heading"
      [class.wide]="wide()"
      (close)="dialogs.close()"
    >
      <div class="dialog-head">
        <h2 id="dialog-heading">{{ heading() }}</h2>
        <button class="btn quiet square" type="button" (click)="dialogs.close()">
          <md-icon name="x" /><span class="visually-hidden">{{ words.t('dialog.close') }}</span>
        </button>
      </div>
      <div class="dialog-body"><ng-content /></div>
    </dialog>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Dialog {
  readonly heading = input.required<string>();
  readonly wide = input(false);
  readonly dialogs = inject(Dialogs);
  readonly words = inject(Words);
  readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    afterNextRender(() => {
      const { nativeElement } = this.dialog();
      nativeElement.showModal();
      if (!focusFirst(nativeElement)) focusOnceThere(nativeElement);
    });
    inject(DestroyRef).onDestroy(() => {
      // Closing, and not only removing, gives the focus back to where it was.
      this.dialog().nativeElement.close();
    });
  }
}
