import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { consentScopes } from '../../../../../workflows/domain/session/vocabulary.js';
import type { Ability, ConsentScope, Person, SessionDetail } from '../../desk/contract.js';
import { DeskApi } from '../../desk/desk-api.js';
import { MyDesk } from '../../desk/my-desk.js';
import { Face } from '../../shell/face.js';
import { instantText } from '../../words/spans.js';
import { Words } from '../../words/words.js';
import { SessionCommands } from '../commands/session-commands.js';

/** Who is in the session or was asked in, who drives, and what the user has allowed. */
@Component({
  selector: 'md-people-panel',
  imports: [Face],
  templateUrl: './people-panel.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeoplePanel {
  readonly words = inject(Words);
  readonly commands = inject(SessionCommands);
  readonly #api = inject(DeskApi);
  readonly me = inject(MyDesk).key;
  readonly session = input.required<SessionDetail>();
  /** Somebody else is to be asked in. */
  readonly invited = output();

  readonly people = computed(() => {
    const { assignee, collaborators, participants } = this.session();
    const there = participants.map(({ person, part, watching }) => {
      const beside = collaborators.find((one) => one.person.key === person.key);
      const parts = [
        ...(part === 'driver' ? [this.words.t('people.drives')] : []),
        ...(person.key === assignee?.key ? [this.words.t('people.answers')] : []),
        ...(beside ? [this.#besideName(beside.guestUntil)] : []),
        ...(watching ? [this.words.t('people.watches')] : []),
      ];
      return { person, part: parts.join(' · '), isBeside: beside !== undefined };
    });
    const asked = collaborators
      .filter(({ joined }) => !joined)
      .map(({ person }) => ({ person, part: this.words.t('people.asked'), isBeside: true }));
    return [...there, ...asked];
  });
  readonly allowed = computed(() => this.#names(this.session().grantedScopes));
  readonly notAllowed = computed(() => {
    const { grantedScopes } = this.session();
    return this.#names(consentScopes.filter((scope) => !grantedScopes.includes(scope)));
  });

  may(ability: Ability): boolean {
    return this.session().abilities.includes(ability);
  }

  name({ key, name }: Person): string {
    return key === this.me() ? this.words.t('you') : name;
  }

  /** Whether the mouse can be given to somebody: who is in it and does not hold it. */
  mayGetMouse({ key }: Person): boolean {
    const { collaborators, driver } = this.session();
    const hasJoined = collaborators.some(({ person, joined }) => joined && person.key === key);
    return this.may('give-mouse') && hasJoined && driver?.key !== key;
  }

  giveMouse({ key }: Person): Promise<void> {
    const { id } = this.session();
    return this.commands.run(id, () => this.#api.giveMouse(id, key));
  }

  returnMouse(): Promise<void> {
    const { id } = this.session();
    return this.commands.run(id, () => this.#api.command(id, 'mouse/return'));
  }

  leave(): Promise<void> {
    const { id } = this.session();
    return this.commands.run(id, () => this.#api.command(id, 'collaborators/leave'));
  }

  remove({ key }: Person): Promise<void> {
    const { id } = this.session();
    return this.commands.run(id, () => this.#api.removeCollaborator(id, key));
  }

  #besideName(guestUntil: string | null): string {
    if (guestUntil === null) return this.words.t('people.beside');
    const until = instantText(Date.parse(guestUntil), Date.now(), this.words.locale());
    return this.words.t('people.guest', { until });
  }

  #names(some: readonly ConsentScope[]): string {
    return this.words.list(some.map((scope) => this.words.t(`scope.${scope}.short`)));
  }
}
