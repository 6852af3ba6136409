import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Words } from '../../words/words.js';
import { Dialogs } from './dialogs.js';

/** The last line of a dialog: the way out, and beside it what the dialog is for. */
@Component({
  selector: 'md-dialog-foot',
  template: `
    <div class="dialog-foot">
      <button class="btn quiet" type="button" (click)="dialogs.close()">
        {{ words.t('dialog.cancel') }}
      </button>
      <ng-content />
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DialogFoot {
  readonly words = inject(Words);
  readonly dialogs = inject(Dialogs);
}
