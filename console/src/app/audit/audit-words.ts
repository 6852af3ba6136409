import { Injectable, inject } from '@angular/core';
import type { AuditEntry } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { People } from '../people/people.js';
import { PolicyWords } from '../words/policy-words.js';
import { Words } from '../words/words.js';
import { type Deed, deedsOf } from './audit-deed.js';

/** Of these the desk has one, so that a key says nothing. */
const aloneOfItsKind: readonly string[] = ['audit', 'desk', 'policy'];

/** Entries of the log in words; what has none goes by its own name. */
@Injectable({ providedIn: 'root' })
export class AuditWords {
  readonly #words = inject(Words);
  readonly #policy = inject(PolicyWords);
  readonly #people = inject(People);
  readonly #desk = inject(MyDesk);

  kind(kind: string): string {
    return this.#named(`audit.kind.${kind}`, kind);
  }

  subjectKind(kind: string): string {
    return this.#named(`audit.subject.${kind}`, kind);
  }

  /** What it is about, briefly. */
  subject({ subjectKind, subjectKey }: AuditEntry): string {
    const kind = this.subjectKind(subjectKind);
    return aloneOfItsKind.includes(subjectKind)
      ? kind
      : `${kind} ${this.#called(subjectKind, subjectKey)}`;
  }

  who({ actor }: AuditEntry): string {
    const { kind, key } = actor;
    if (kind === 'technician') return this.#people.name(String(key));
    return this.#words.t(kind === 'user' ? 'audit.user' : 'actor.desk');
  }

  /** What was done, briefly. */
  did(entry: AuditEntry): string {
    return deedsOf(entry)
      .map((deed) => this.#deed(deed))
      .filter((said) => said !== '')
      .join(', ');
  }

  when(at: string): string {
    const style = { dateStyle: 'medium', timeStyle: 'medium' } as const;
    return new Date(at).toLocaleString(this.#words.locale(), style);
  }

  #called(kind: string, key: string): string {
    if (kind === 'technician') return this.#people.name(key);
    if (kind === 'channel') return this.#desk.channelName(key);
    return key.replace(/^([0-9a-f]{8})-[0-9a-f-]{27}$/, '$1');
  }

  #deed({ did, action, channel, times }: Deed): string {
    // An action that the policy does not know says no more than what was done.
    const isSaid = action !== null && (did === null || this.#words.knows(`action.${action}`));
    const what = [
      isSaid ? this.#policy.action(action) : '',
      did === null ? '' : this.#named(`audit.did.${did}`, did),
      channel === null || channel === '*' ? '' : this.#desk.channelName(channel),
    ]
      .filter((part) => part !== '')
      .join(' · ');
    return times > 1 ? this.#words.t('audit.times', { what, n: times }) : what;
  }

  #named(key: string, fallback: string): string {
    return this.#words.knows(key) ? this.#words.t(key) : fallback;
  }
}
