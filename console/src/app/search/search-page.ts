import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { instantAt, localTime } from '../audit/audit-filter.js';
import type { QueueRow } from '../desk/contract.js';
import { FoundPages } from '../desk/found-pages.js';
import { MyDesk } from '../desk/my-desk.js';
import { PersonField } from '../people/person-field.js';
import { Since } from '../queue/since.js';
import { StateBadge } from '../queue/state-badge.js';
import { Icon } from '../shell/icon.js';
import { PageHead } from '../shell/page-head.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Words } from '../words/words.js';
import { SearchApi } from './search-api.js';
import { type SearchField, searchFields, type SearchFilter, searchIn } from './search-filter.js';

const states = ['waiting', 'ready', 'active', 'closed', 'expired'] as const;
const typingPause = 250;

/** Sessions however long ago they ended, by what stands in the address. */
@Component({
  selector: 'md-search-page',
  imports: [Icon, PageHead, PersonField, ProblemAlert, RouterLink, Since, StateBadge],
  templateUrl: './search-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchPage {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(SearchApi);
  readonly #router = inject(Router);
  readonly states = states;
  readonly localTime = localTime;

  readonly text = input<string>();
  readonly technician = input<string>();
  readonly channel = input<string>();
  readonly state = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  readonly filter = computed(() =>
    searchIn({
      text: this.text(),
      technician: this.technician(),
      channel: this.channel(),
      state: this.state(),
      from: this.from(),
      to: this.to(),
    }),
  );
  readonly filtered = computed(() => Object.keys(this.filter()).length > 0);
  readonly found = new FoundPages<SearchFilter, QueueRow>(
    (filter, after) => this.#api.page(filter, after),
    {},
  );
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      const filter = this.filter();
      untracked(() => void this.found.show(filter));
    });
  }

  narrow(field: SearchField, value: string): void {
    this.#go({ [field]: value.trim() || null });
  }

  narrowTime(field: 'from' | 'to', local: string): void {
    this.narrow(field, instantAt(local));
  }

  type(text: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.narrow('text', text);
    }, typingPause);
  }

  clear(): void {
    this.#go(Object.fromEntries(searchFields.map((field) => [field, null])));
  }

  #go(queryParams: Readonly<Partial<Record<SearchField, string | null>>>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
