import {
  ChangeDetectionStrategy,
  Component,
  effect,
  type ElementRef,
  inject,
  viewChild,
} from '@angular/core';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import { Words } from '../words/words.js';

/** The notices, above everything, dialogs too. */
@Component({
  selector: 'md-notice-list',
  imports: [Icon],
  template: `
    <div class="visually-hidden" aria-live="polite">{{ notices.spoken() }}</div>
    <div #list class="notices" popover="manual" role="status">
      @for (notice of notices.shown(); track notice.id) {
        <p class="notice" [class.problem]="notice.kind === 'problem'">
          <md-icon [name]="notice.kind === 'done' ? 'circle-check' : 'circle-alert'" />
          <span>{{ notice.text }}</span>
          <button class="btn quiet slim square" (click)="notices.dismiss(notice.id)">
            <md-icon name="x" /><span class="visually-hidden">{{ words.t('dialog.dismiss') }}</span>
          </button>
        </p>
      }
    </div>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NoticeList {
  readonly notices = inject(Notices);
  readonly words = inject(Words);
  readonly list = viewChild.required<ElementRef<HTMLElement>>('list');

  constructor() {
    effect(() => {
      const list = this.list().nativeElement;
      const any = this.notices.shown().length > 0;
      // Shown anew each time, so that it comes to stand above a dialog opened since.
      list.hidePopover();
      if (any) list.showPopover();
    });
  }
}
