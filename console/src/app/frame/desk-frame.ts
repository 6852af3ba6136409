import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
} from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Words } from '../words/words.js';
import { SideBar } from './side/side-bar.js';

/** What stays while one goes from page to page: the way around, and beside it the page. */
@Component({
  selector: 'md-desk-frame',
  imports: [RouterOutlet, SideBar],
  template: `
    <a class="skip" href="#content" (click)="skip($event)">{{ words.t('shell.skip') }}</a>
    <md-side-bar />
    <router-outlet (activate)="arrive()" />
  `,
  host: { class: 'frame' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeskFrame {
  readonly words = inject(Words);
  readonly #injector = inject(Injector);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  #isFirst = true;

  /** The address of the page has a base, so that the browser would go elsewhere. */
  skip(event: Event): void {
    event.preventDefault();
    this.#focusPage();
  }

  /** Who goes to another page goes on there, and hears its heading. */
  arrive(): void {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    const show = () => {
      const page = this.#page();
      if (page) Object.assign(page, { id: 'content', tabIndex: -1 });
      if (!isFirst) this.#focusPage();
    };
    afterNextRender(show, { injector: this.#injector });
  }

  #page(): HTMLElement | null {
    return this.#host.nativeElement.querySelector('main');
  }

  #focusPage(): void {
    this.#page()?.focus({ preventScroll: true });
  }
}
