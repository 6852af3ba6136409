import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  afterNextRender,
  inject,
  input,
  output,
} from '@angular/core';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';

/** What is open beside a list; Escape closes it. */
@Component({
  selector: 'md-panel',
  imports: [Icon],
  template: `
    <div class="panel-head">
      <h2 id="panel-heading">{{ heading() }}</h2>
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

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef);
    afterNextRender(() => {
      host.nativeElement.querySelector<HTMLElement>('[data-first]')?.focus();
    });
  }
}
