import { computed, linkedSignal, signal, type Signal } from '@angular/core';
import type { Actor, Sla } from '../../desk/contract.js';
import type { Versioned } from './sla-versions.js';

/** A version of a calendar or a policy, in what both have. */
export interface NamedVersion extends Versioned {
  readonly name: string;
  readonly place: string;
  readonly madeBy: Actor;
}

/** A version that is written over one that is shown, in what calendars and policies have alike. */
export class VersionDraft<Version extends NamedVersion> {
  /** Of one key, the newest first; none of what is new. */
  readonly versions: Signal<readonly Version[]>;
  readonly #sla: Signal<Sla>;

  readonly shown = linkedSignal(() => this.versions()[0]?.version ?? 0);
  readonly version = computed(
    () => this.versions().find(({ version }) => version === this.shown()) ?? null,
  );
  readonly name = linkedSignal(() => this.version()?.name ?? '');
  readonly place = linkedSignal(() => this.version()?.place ?? this.#sla().mayConfigure[0] ?? '*');
  /** From when it counts; empty for as soon as it can. */
  readonly from = signal('');
  readonly mayChange = computed(() => this.#sla().mayConfigure.includes(this.place()));
  readonly places = computed(() => this.#sla().mayConfigure);
  readonly isNew = computed(() => this.versions().length === 0);

  constructor(versions: Signal<readonly Version[]>, sla: Signal<Sla>) {
    this.versions = versions;
    this.#sla = sla;
  }
}
