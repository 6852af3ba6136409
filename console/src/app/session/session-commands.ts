import { Injectable, inject, signal } from '@angular/core';
import type { QueueRow } from '../desk/contract.js';
import { DeskApi } from '../desk/desk-api.js';
import { LiveFeed } from '../desk/live-feed.js';
import { Notices } from '../shell/notices.js';
import { Words } from '../words/words.js';

/** Commands on any session by one click; what went wrong is said, and a session is busy meanwhile. */
@Injectable({ providedIn: 'root' })
export class SessionCommands {
  readonly #api = inject(DeskApi);
  readonly #feed = inject(LiveFeed);
  readonly #notices = inject(Notices);
  readonly #words = inject(Words);
  readonly #busy = signal<ReadonlySet<string>>(new Set());

  busy(id: string): boolean {
    return this.#busy().has(id);
  }

  claim(id: string): Promise<void> {
    return this.run(id, () => this.#api.command(id, 'claim'), this.#words.t('done.claimed'));
  }

  decline(id: string): Promise<void> {
    return this.run(id, () => this.#api.command(id, 'decline'), this.#words.t('done.declined'));
  }

  join(id: string): Promise<void> {
    return this.run(id, () => this.#api.command(id, 'collaborators/accept'));
  }

  async copyLink(id: string): Promise<void> {
    await this.run(
      id,
      async () => {
        const { url } = await this.#api.link(id);
        await navigator.clipboard.writeText(url);
        return undefined;
      },
      this.#words.t('done.copied'),
    );
  }

  /** Runs a command, then says that it is done; nothing is said for an empty text. */
  async run(id: string, command: () => Promise<QueueRow | undefined>, done = ''): Promise<void> {
    // A button that is pressed twice is not yet drawn as busy at the second press.
    if (this.busy(id)) return;
    this.#busy.update((busy) => new Set(busy).add(id));
    try {
      const row = await command();
      if (row) this.#feed.knowAlready(row);
      if (done !== '') this.#notices.done(done);
    } catch (thrown) {
      this.#notices.problem(thrown);
    } finally {
      this.#busy.update((busy) => new Set([...busy].filter((other) => other !== id)));
    }
  }
}
