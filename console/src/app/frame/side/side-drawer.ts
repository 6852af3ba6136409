import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  afterNextRender,
  inject,
  output,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import { SideNav } from './side-nav.js';

/** The way around over the page; a way that is taken, Escape or a press beside it closes it. */
@Component({
  selector: 'md-side-drawer',
  imports: [Icon, RouterLink, SideNav],
  template: `
    <dialog
      #dialog
      id="side-drawer"
      class="drawer"
      [attr.aria-label]="words.t('shell.navigation')"
      (close)="shut()"
    >
      <div class="drawer-sheet">
        <div class="drawer-head">
          <a class="brand" routerLink="/queue/mine">Mayday</a>
          <span class="spread"></span>
          <button class="btn quiet square" type="button" (click)="closed.emit()">
            <md-icon name="x" /><span class="visually-hidden">{{ words.t('dialog.close') }}</span>
          </button>
        </div>
        <md-side-nav />
      </div>
    </dialog>
  `,
  host: { '(click)': 'leave($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SideDrawer {
  readonly words = inject(Words);
  readonly closed = output();
  readonly #life = inject(DestroyRef);
  readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    afterNextRender(() => {
      const { nativeElement } = this.dialog();
      nativeElement.showModal();
      nativeElement.querySelector<HTMLElement>('[data-first]')?.focus();
    });
    this.#life.onDestroy(() => {
      // Closing, and not only removing, gives the focus back to the button.
      this.dialog().nativeElement.close();
    });
  }

  /** The browser tells of the end of what has gone too. */
  shut(): void {
    if (!this.#life.destroyed) this.closed.emit();
  }

  leave({ target }: Event): void {
    const isBeside = target === this.dialog().nativeElement;
    const isWay = target instanceof Element && target.closest('a') !== null;
    if (isBeside || isWay) this.closed.emit();
  }
}
