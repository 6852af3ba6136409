import { Injectable, inject } from '@angular/core';
import type { AuditEntry } from '../desk/contract.js';
import { PolicyWords } from '../words/policy-words.js';
import { Words } from '../words/words.js';
import { AuditPeople } from './audit-people.js';

/** Entries of the log in words; what has none goes by its own name. */
@Injectable({ providedIn: 'root' })
export class AuditWords {
  readonly #words = inject(Words);
  readonly #policy = inject(PolicyWords);
  readonly #people = inject(AuditPeople);

  kind(kind: string): string {
    return this.#named(`audit.kind.${kind}`, kind);
  }

  subjectKind(kind: string): string {
    return this.#named(`audit.subject.${kind}`, kind);
  }

  /** What it is about, briefly. */
  subject({ subjectKind, subjectKey }: AuditEntry): string {
    const key = subjectKey.replace(/^([0-9a-f]{8})-[0-9a-f-]{27}$/, '$1');
    const name = subjectKind === 'technician' ? this.#people.name(subjectKey) : key;
    return `${this.subjectKind(subjectKind)} ${name}`;
  }

  who({ actor }: AuditEntry): string {
    const { kind, key } = actor;
    if (kind === 'technician') return this.#people.name(String(key));
    return this.#words.t(kind === 'user' ? 'audit.user' : 'actor.desk');
  }

  /** What was done, briefly. */
  did({ action, data }: AuditEntry): string {
    return [action === null ? '' : this.#policy.action(action), didIn(data)]
      .filter((part) => part !== '')
      .join(' · ');
  }

  when(at: string): string {
    const style = { dateStyle: 'medium', timeStyle: 'medium' } as const;
    return new Date(at).toLocaleString(this.#words.locale(), style);
  }

  #named(key: string, fallback: string): string {
    return this.#words.knows(key) ? this.#words.t(key) : fallback;
  }
}

function didIn({ did, part, events }: AuditEntry['data']): string {
  if (Array.isArray(events)) return events.map(String).join(', ');
  return [part, did].filter((one) => typeof one === 'string').join(' ');
}
