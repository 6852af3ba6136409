import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { Router } from '@angular/router';
import type { KnownRequester } from '../../desk/contract.js';
import { LiveAnswer } from '../../desk/live-answer.js';
import { MyDesk } from '../../desk/my-desk.js';
import { keysOf } from '../../manage/keys-of.js';
import { ManageFrame } from '../../manage/manage-frame.js';
import { NothingListed } from '../../manage/nothing-listed.js';
import { Panel } from '../../manage/panel.js';
import { Icon } from '../../shell/icon.js';
import { Notices } from '../../shell/notices.js';
import { Words } from '../../words/words.js';
import { DirectoryApi } from '../directory-api.js';
import { RequesterDetails } from './requester-details.js';
import { RequesterEditor } from './requester-editor.js';
import { RequesterImport } from './requester-import.js';

/** What is open beside the list when it is nobody who is known. */
const somebodyNew = '';
const table = 'import';

/** Those who ask for help: found, written down, and taken over from a table. */
@Component({
  selector: 'md-requesters-page',
  imports: [
    Icon,
    ManageFrame,
    NothingListed,
    Panel,
    RequesterDetails,
    RequesterEditor,
    RequesterImport,
  ],
  templateUrl: './requesters-page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RequestersPage {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly #api = inject(DirectoryApi);
  readonly #notices = inject(Notices);
  readonly #router = inject(Router);
  /** The customer whose people are listed, from the address; all when there is none. */
  readonly customer = input<string>();
  readonly #text = signal('');
  readonly #search = computed(() => ({ text: this.#text(), customer: this.customer() ?? '' }));
  readonly #further = signal<readonly KnownRequester[]>([]);
  readonly #next = signal<string | null>(null);
  readonly customers = new LiveAnswer(() => this.#api.customers(), ['requesters']);
  readonly first = new LiveAnswer(async () => {
    const page = await this.#api.requesters(this.#search(), null);
    this.#further.set([]);
    this.#next.set(page.next);
    return page.requesters;
  }, ['requesters']);
  readonly table = table;
  readonly more = computed(() => this.#next() !== null);
  readonly requesters = computed(() => [...(this.first.value() ?? []), ...this.#further()]);
  /** The key of who is open, nothing for somebody new, `import` for a table, null for nobody. */
  readonly open = signal<string | null>(null);
  readonly opened = computed(() => keysOf(this.open()));
  readonly heading = computed(() => {
    const open = this.open();
    if (open === somebodyNew) return this.words.t('requesters.new');
    if (open === table) return this.words.t('requesters.import');
    return this.requesters().find(({ id }) => id === open)?.name ?? '';
  });

  constructor() {
    effect(() => {
      this.#search();
      untracked(() => void this.first.load());
    });
  }

  search({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    this.#text.set(target.value.trim());
  }

  narrow({ target }: Event): void {
    if (!(target instanceof HTMLSelectElement)) return;
    const queryParams = { customer: target.value || null };
    void this.#router.navigate([], { queryParams, replaceUrl: true });
  }

  async showMore(): Promise<void> {
    const after = this.#next();
    const search = this.#search();
    try {
      const page = await this.#api.requesters(search, after);
      // What was asked before somebody searched for something else belongs nowhere.
      if (after !== this.#next() || search !== this.#search()) return;
      this.#further.update((before) => [...before, ...page.requesters]);
      this.#next.set(page.next);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  aside({ address, department, customer }: KnownRequester): string {
    const name = this.customers.value()?.find(({ key }) => key === customer)?.name ?? customer;
    return [address, department, name].filter((part) => part !== null).join(' · ');
  }

  async show(id: string): Promise<void> {
    await this.first.load();
    this.open.set(id);
  }

  async forget(): Promise<void> {
    this.open.set(null);
    await this.first.load();
  }

  async imported(): Promise<void> {
    await Promise.all([this.first.load(), this.customers.load()]);
  }
}
