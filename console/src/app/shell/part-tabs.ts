import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { type WordKey, Words } from '../words/words.js';

/** One part of a page: the last piece of its address, and its name. */
export interface PagePart {
  readonly path: string;
  readonly words: WordKey;
}

/** The parts of a page, each with an address of its own. */
@Component({
  selector: 'md-part-tabs',
  imports: [RouterLink, RouterLinkActive],
  template: `
    <nav class="part-tabs" [attr.aria-label]="label()">
      @for (part of parts(); track part.path) {
        <a
          class="btn slim quiet"
          [routerLink]="[base(), part.path]"
          routerLinkActive="on"
          ariaCurrentWhenActive="page"
          >{{ words.t(part.words) }}</a
        >
      }
    </nav>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PartTabs {
  readonly words = inject(Words);
  readonly label = input.required<string>();
  /** The address that the parts have in common. */
  readonly base = input.required<string>();
  readonly parts = input.required<readonly PagePart[]>();
}
