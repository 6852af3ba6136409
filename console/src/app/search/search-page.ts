import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { QueueRow } from '../desk/contract.js';
import { FoundPages } from '../desk/found-pages.js';
import { askedIn } from '../narrow/asked-in.js';
import { ChannelField } from '../narrow/channel-field.js';
import { InstantField } from '../narrow/instant-field.js';
import { PageAddress } from '../narrow/page-address.js';
import { TextField } from '../narrow/text-field.js';
import { PersonField } from '../people/person-field.js';
import { Since } from '../queue/since.js';
import { StateBadge } from '../queue/state-badge.js';
import { Icon } from '../shell/icon.js';
import { PageHead } from '../shell/page-head.js';
import { ProblemAlert } from '../shell/problem-alert.js';
import { Words } from '../words/words.js';
import { SearchApi } from './search-api.js';
import { type SearchField, searchFields, type SearchFilter } from './search-filter.js';

const states = ['waiting', 'ready', 'active', 'closed', 'expired'] as const;

/** Sessions however long ago they ended, by what stands in the address. */
@Component({
  selector: 'md-search-page',
  imports: [
    ChannelField,
    Icon,
    InstantField,
    PageHead,
    PersonField,
    ProblemAlert,
    RouterLink,
    Since,
    StateBadge,
    TextField,
  ],
  templateUrl: './search-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SearchPage {
  readonly words = inject(Words);
  readonly #api = inject(SearchApi);
  readonly #address = inject(PageAddress);
  readonly states = states;

  readonly text = input<string>();
  readonly technician = input<string>();
  readonly channel = input<string>();
  readonly state = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  readonly filter = computed(() =>
    askedIn(searchFields, {
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

  constructor() {
    effect(() => {
      const filter = this.filter();
      untracked(() => void this.found.show(filter));
    });
  }

  narrow(field: SearchField, value: string): void {
    this.#address.narrow({ [field]: value.trim() || null });
  }

  clear(): void {
    this.#address.narrow(Object.fromEntries(searchFields.map((field) => [field, null])));
  }
}
