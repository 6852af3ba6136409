import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { QueueRow } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { SessionCommands } from '../session/commands/session-commands.js';
import { Icon } from '../shell/icon.js';
import { Words } from '../words/words.js';
import { NextDeadline } from './next-deadline.js';
import { isForMe, rowAction } from './row-action.js';
import { Since } from './since.js';
import { StateBadge } from './state-badge.js';

/** One session in the list: who, what, where, since when, what comes next, and one thing to do. */
@Component({
  selector: 'md-queue-row-line',
  imports: [Icon, NextDeadline, RouterLink, Since, StateBadge],
  templateUrl: './queue-row-line.html',
  host: { '(click)': 'open($event)' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueRowLine {
  readonly words = inject(Words);
  readonly commands = inject(SessionCommands);
  readonly #me = inject(MyDesk).key;
  readonly #router = inject(Router);

  readonly row = input.required<QueueRow>();
  readonly gone = input(false);
  readonly action = computed(() => rowAction(this.row()));
  readonly forMe = computed(() => isForMe(this.row()));
  readonly since = computed(() => this.row().endedAt ?? this.row().stateSince);

  /** What is worth knowing beside the state, as short words; the most pressing first, for not all may fit. */
  readonly signs = computed(() => {
    const { hold, connection, state, level, priority, origin } = this.row();
    return [
      ...this.#handover(),
      ...(connection === 'reconnecting'
        ? [{ kind: 'late', text: this.words.t('connection.reconnecting') }]
        : []),
      ...(priority === 'high' || priority === 'urgent'
        ? [{ kind: 'late', text: this.words.t(`priority.${priority}`) }]
        : []),
      ...(connection === 'absent' && state === 'ready'
        ? [{ kind: 'warn', text: this.words.t('connection.absent') }]
        : []),
      ...(hold === null ? [] : [{ kind: 'warn', text: this.words.t(`hold.${hold}`) }]),
      ...(level > 1 ? [{ kind: '', text: this.words.t('level', { n: level }) }] : []),
      ...(origin === 'invitation' ? [] : [{ kind: '', text: this.words.t(`origin.${origin}`) }]),
    ];
  });
  readonly signsText = computed(() =>
    this.signs()
      .map(({ text }) => text)
      .join(' · '),
  );

  /** Who is on it, as far as it is somebody else or nobody. */
  readonly people = computed(() => {
    const { assignee, driver, state } = this.row();
    const who = assignee ? this.#name(assignee) : this.words.t('queue.nobody');
    const drives = state === 'active' && driver && driver.key !== assignee?.key;
    return drives ? `${who} · ${this.words.t('queue.drives', { name: this.#name(driver) })}` : who;
  });

  readonly outcome = computed(() => {
    const { outcome } = this.row();
    return outcome === null ? null : this.words.t(`outcome.${outcome}`);
  });

  /** Opens the session by a click anywhere; who marks text or presses something there means that. */
  open(event: Event): void {
    const onControl = event.target instanceof Element && event.target.closest('a, button') !== null;
    const marking = document.getSelection()?.isCollapsed === false;
    if (!onControl && !marking) void this.#router.navigate(['/sessions', this.row().id]);
  }

  /** Does what the row's button says. */
  async act(): Promise<void> {
    const { id } = this.row();
    switch (this.action()) {
      case 'copy-link':
        return this.commands.copyLink(id);
      case 'claim':
      case 'accept':
        return this.commands.claim(id);
      case 'join':
        return this.commands.join(id);
      case 'start':
        return void this.#router.navigate(['/sessions', id], { state: { start: true } });
      case 'open':
        return void this.#router.navigate(['/sessions', id]);
    }
  }

  actionName(): string {
    return this.words.t(`action.row.${this.action()}`);
  }

  /** Whom it is being offered or handed to. */
  #handover(): readonly { readonly kind: string; readonly text: string }[] {
    const { offer, transfer } = this.row();
    if (this.forMe()) return [{ kind: 'warn', text: this.words.t('offer.forMe') }];
    if (offer) {
      return [{ kind: '', text: this.words.t('offer.to', { name: this.#name(offer.technician) }) }];
    }
    return transfer ? [{ kind: '', text: this.words.t('offer.to', { name: transfer.name }) }] : [];
  }

  #name({ key, name }: { key: string; name: string }): string {
    return key === this.#me() ? this.words.t('you') : name;
  }
}
