import { DestroyRef, Injectable, computed, inject, resource, signal } from '@angular/core';
import type { KnownRequester } from '../desk/contract.js';
import { DirectoryApi } from '../directory/directory-api.js';
import type { Suggestion } from '../suggest/suggestion.js';
import { plain } from '../words/plain.js';

const pause = 150;
const fewest = 2;
const most = 6;

/** Those whom the directory knows, by the name or the address that is being typed. */
@Injectable()
export class KnownRequesters {
  readonly #api = inject(DirectoryApi);
  readonly #found = signal<readonly KnownRequester[]>([]);
  /** Without names, customers go by their keys. */
  readonly #customers = resource({ loader: () => this.#api.customers().catch(() => []) });
  readonly #said = signal('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = '';

  readonly suggestions = computed<readonly Suggestion[]>(() =>
    this.#found().map((one) => ({ key: one.id, text: one.name, detail: this.detail(one) })),
  );
  readonly customers = computed<readonly Suggestion[]>(() =>
    (this.#customers.value() ?? [])
      .filter(({ name }) => plain(name).includes(plain(this.#said())))
      .slice(0, most)
      .map(({ key, name }) => ({ key, text: name, detail: '' })),
  );

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#timer);
    });
  }

  /** Asks the desk once the typing pauses; a few letters say too little. */
  look(text: string): void {
    clearTimeout(this.#timer);
    this.#asked = text.trim().slice(0, 100);
    if (this.#asked.length < fewest) this.#found.set([]);
    else this.#timer = setTimeout(() => void this.#ask(this.#asked), pause);
  }

  lookForCustomer(text: string): void {
    this.#said.set(text);
  }

  find(id: string): KnownRequester | null {
    return this.#found().find((one) => one.id === id) ?? null;
  }

  /** What tells somebody from others of their name. */
  detail({ address, customer, department }: KnownRequester): string {
    return [address, this.customerName(customer), department].filter(Boolean).join(' · ');
  }

  customerName(key: string | null): string {
    return this.#customers.value()?.find((one) => one.key === key)?.name ?? key ?? '';
  }

  async #ask(text: string): Promise<void> {
    // Who cannot be looked up is invited all the same.
    const page = await this.#api.requesters({ text, customer: '' }, null).catch(() => null);
    if (this.#asked === text) this.#found.set(page?.requesters.slice(0, most) ?? []);
  }
}
