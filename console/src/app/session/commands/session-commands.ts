import { Injectable, inject, signal } from '@angular/core';
import type { QueueRow } from '../../desk/contract.js';
import { DeskApi } from '../../desk/desk-api.js';
import { LiveFeed } from '../../desk/live-feed.js';
import type { FormSending } from '../../form/form-sending.js';
import { Dialogs } from '../../shell/dialogs/dialogs.js';
import { Notices } from '../../shell/notices.js';
import { Words } from '../../words/words.js';

/** Commands on any session by one click; what went wrong is said, and a session is busy meanwhile. */
@Injectable({ providedIn: 'root' })
export class SessionCommands {
  readonly #api = inject(DeskApi);
  readonly #dialogs = inject(Dialogs);
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
    try {
      await this.#whileBusy(id, command);
      if (done !== '') this.#notices.done(done);
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  /** The same for a dialog: it says by itself what went wrong, and closes once it is done. */
  async runIn(
    sending: FormSending,
    id: string,
    command: () => Promise<QueueRow>,
    done = '',
  ): Promise<void> {
    if (this.busy(id)) return;
    const worked = await sending.send(() => this.#whileBusy(id, command));
    if (!worked) return;
    this.#dialogs.close();
    if (done !== '') this.#notices.done(done);
  }

  async #whileBusy(id: string, command: () => Promise<QueueRow | undefined>): Promise<void> {
    this.#busy.update((busy) => new Set(busy).add(id));
    try {
      const row = await command();
      if (row) this.#feed.knowAlready(row);
    } finally {
      this.#busy.update((busy) => new Set([...busy].filter((other) => other !== id)));
    }
  }
}
