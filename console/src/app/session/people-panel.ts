import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ConsentScope, SessionDetail } from '../desk/contract.js';
import { MyDesk } from '../desk/my-desk.js';
import { Face } from '../shell/face.js';
import { Words } from '../words/words.js';

const scopes = [
  'view',
  'control',
  'files',
  'clipboard',
  'record',
] as const satisfies readonly ConsentScope[];

/** Who is in the session, who drives, and what the user has allowed. */
@Component({
  selector: 'md-people-panel',
  imports: [Face],
  template: `
    <section class="people" [attr.aria-label]="words.t('people.title')">
      <ul>
        @for (line of people(); track line.person.key) {
          <li>
            <md-face size="little" [person]="line.person" />
            <b class="clip">{{ line.name }}</b>
            <span class="small muted">{{ line.part }}</span>
          </li>
        } @empty {
          <li class="small muted">{{ words.t('people.nobody') }}</li>
        }
      </ul>
      @if (session().state === 'active') {
        <p class="small muted">
          {{ words.t('people.allowed', { name: session().requester.name, scopes: allowed() }) }}
          {{ words.t('people.notAllowed', { scopes: notAllowed() }) }}
        </p>
      }
    </section>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePanel {
  readonly words = inject(Words);
  readonly #me = inject(MyDesk).key;
  readonly session = input.required<SessionDetail>();

  readonly people = computed(() => {
    const { assignee } = this.session();
    return this.session().participants.map(({ person, part, watching }) => {
      const parts = [
        ...(part === 'driver' ? [this.words.t('people.drives')] : []),
        ...(person.key === assignee?.key ? [this.words.t('people.answers')] : []),
        ...(watching ? [this.words.t('people.watches')] : []),
      ];
      const name = person.key === this.#me() ? this.words.t('you') : person.name;
      return { person, name, part: parts.join(' · ') };
    });
  });
  readonly allowed = computed(() => this.#names(this.session().grantedScopes));
  readonly notAllowed = computed(() => {
    const { grantedScopes } = this.session();
    return this.#names(scopes.filter((scope) => !grantedScopes.includes(scope)));
  });

  #names(some: readonly ConsentScope[]): string {
    return this.words.list(some.map((scope) => this.words.t(`scope.${scope}.short`)));
  }
}
