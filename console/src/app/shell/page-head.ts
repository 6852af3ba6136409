import { ChangeDetectionStrategy, Component, effect, inject, input } from '@angular/core';
import { Title } from '@angular/platform-browser';

/** The heading of a page with its buttons beside it; the browser's tab is called by it too. */
@Component({
  selector: 'md-page-head',
  template: `
    <header class="page-head">
      <h1>{{ heading() }}</h1>
      <span class="spread"></span>
      <ng-content />
    </header>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PageHead {
  readonly heading = input.required<string>();
  /** What the browser's tab says where the heading alone would not tell one tab from the other. */
  readonly tab = input<string>();

  constructor() {
    const title = inject(Title);
    effect(() => {
      title.setTitle(`${this.tab() ?? this.heading()} · Mayday`);
    });
  }
}
