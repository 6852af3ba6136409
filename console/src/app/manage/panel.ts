import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  afterNextRender,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { focusFirst } from '../shell/dialogs/focus-first.js';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';

/** What is open beside a list; Escape closes it. */
@Component({
  selector: 'md-panel',
  imports: [Icon],
  template: `
    <div class="panel-head">
      <h2 #title id="panel-heading" tabindex="-1">{{ heading() }}</h2>
      <button class="btn quiet square" type="button" (click)="closed.emit()">
        <md-icon name="x" /><span class="visually-hidden">{{ words.t('dialog.close') }}</span>
      </button>
    </div>
    <ng-content />
  `,
  host: {
    class: 'panel',
    role: 'region',
    'aria-labelledby': 'panel-heading',
    '(keydown.escape)': 'closed.emit()',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Panel {
  readonly words = inject(Words);
  readonly heading = input.required<string>();
  readonly closed = output();
  readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    this.#returnFocus();
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => {
      if (!focusFirst(host.nativeElement)) this.title().nativeElement.focus();
    });
  }

  /** Who closes it goes on where they opened it. */
  #returnFocus(): void {
    const opener = document.activeElement;
    inject(DestroyRef).onDestroy(() => {
      // Once the list that it covered is there again.
      setTimeout(() => {
        const isLost = document.activeElement === document.body;
        if (isLost && opener instanceof HTMLElement) opener.focus();
      });
    });
  }
}
