import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { QueueRow } from '../../desk/contract.js';
import { DeskApi } from '../../desk/desk-api.js';
import { InHand } from '../../queue/in-hand.js';
import { Dialogs } from '../../shell/dialogs/dialogs.js';
import type { IconName } from '../../shell/icon-name.js';
import { Keys } from '../../shell/keys/keys.js';
import { plain } from '../../words/plain.js';
import { Words } from '../../words/words.js';
import { MyWays } from '../side/my-ways.js';

/** One line of the palette: something to open or to do. */
export interface PaletteEntry {
  readonly id: string;
  readonly icon: IconName;
  readonly text: string;
  readonly detail: string;
  readonly key?: string;
  readonly run: () => void;
}

const pause = 150;
const most = 30;

/** What the palette can find: commands and people here, sessions also by asking the desk. */
@Injectable()
export class PaletteEntries {
  readonly #api = inject(DeskApi);
  readonly #words = inject(Words);
  readonly #keys = inject(Keys);
  readonly #inHand = inject(InHand);
  readonly #router = inject(Router);
  readonly #ways = inject(MyWays);
  readonly #dialogs = inject(Dialogs);
  readonly #answers = signal<readonly QueueRow[]>([]);
  readonly #busy = signal(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = '';

  readonly busy = this.#busy.asReadonly();
  readonly #all = computed(() => [
    ...this.#sessions(),
    ...this.#commands(),
    ...this.#pages(),
    ...this.#people(),
  ]);

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.#timer);
    });
  }

  matching(text: string): readonly PaletteEntry[] {
    const parts = plain(text).split(/\s+/);
    const fits = ({ text: name, detail }: PaletteEntry) => {
      const hay = plain(`${name} ${detail}`);
      return parts.every((part) => hay.includes(part));
    };
    return this.#all().filter(fits).slice(0, most);
  }

  /** Asks the desk for sessions once the typing pauses. */
  search(text: string): void {
    clearTimeout(this.#timer);
    const wanted = text.trim().slice(0, 100);
    this.#asked = wanted;
    this.#busy.set(wanted !== '');
    if (wanted === '') this.#answers.set([]);
    else this.#timer = setTimeout(() => void this.#ask(wanted), pause);
  }

  take(entry: PaletteEntry): void {
    this.#dialogs.close();
    entry.run();
  }

  async #ask(text: string): Promise<void> {
    const query = { text, limit: 10 } as const;
    const pages = await Promise.all([
      this.#api.queue({ view: 'all', ...query }),
      this.#api.queue({ view: 'closed', ...query }),
    ]).catch(() => []);
    if (this.#asked !== text) return;
    this.#answers.set(pages.flatMap(({ rows }) => rows));
    this.#busy.set(false);
  }

  #sessions(): readonly PaletteEntry[] {
    const rows = new Map([...this.#inHand.rows(), ...this.#answers()].map((row) => [row.id, row]));
    return [...rows.values()].map((row) => ({
      id: row.id,
      icon: 'monitor' as const,
      text: row.requester.name,
      detail: `${this.#words.state(row.state)} · ${row.subject}`,
      run: () => void this.#router.navigate(['/sessions', row.id]),
    }));
  }

  #commands(): readonly PaletteEntry[] {
    return this.#keys
      .commands()
      .filter(({ when }) => when?.() !== false)
      .map(({ key, words, run }) => ({
        id: `command-${key}`,
        icon: 'arrow-up-right' as const,
        text: this.#words.t(words),
        detail: '',
        key,
        run,
      }));
  }

  #pages(): readonly PaletteEntry[] {
    return this.#ways.groups().flatMap(({ head, ways }) =>
      ways.map(({ path, words, icon }) => ({
        id: `page-${path}`,
        icon,
        text: this.#words.t(words),
        detail: this.#words.t(head),
        run: () => void this.#router.navigateByUrl(path),
      })),
    );
  }

  #people(): readonly PaletteEntry[] {
    const rows = [...this.#inHand.rows(), ...this.#answers()];
    const names = new Set(rows.map(({ requester }) => requester.name));
    return [...names].map((name) => ({
      id: `person-${name}`,
      icon: 'user' as const,
      text: name,
      detail: this.#words.t('palette.person'),
      run: () => void this.#router.navigate(['/queue/all'], { queryParams: { text: name } }),
    }));
  }
}
