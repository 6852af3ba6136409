import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  output,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Ability, ConsentScope, SessionDetail } from '../../desk/contract.js';
import { DeskApi } from '../../desk/desk-api.js';
import { DeskClock } from '../../desk/desk-clock.js';
import { MyDesk } from '../../desk/my-desk.js';
import { NextDeadline } from '../../queue/next-deadline.js';
import { isForMe } from '../../queue/row-action.js';
import { Since } from '../../queue/since.js';
import { Icon } from '../../shell/icon.js';
import { PolicyWords } from '../../words/policy-words.js';
import { countdownText } from '../../words/spans.js';
import { Words } from '../../words/words.js';
import { ActorName } from '../actor-name.js';
import { DeviceDetails } from '../beside/device-details.js';
import { ScopeChoice } from './scope-choice.js';
import { SessionCommands } from '../commands/session-commands.js';
import { SessionStore } from '../session-store.js';

const preselected: readonly ConsentScope[] = ['view', 'control'];
const questionTime = 30_000;

/** What to know and to choose before the screen is there, and what is left when the session is over. */
@Component({
  selector: 'md-before-connecting',
  imports: [DeviceDetails, Icon, NextDeadline, RouterLink, ScopeChoice, Since],
  templateUrl: './before-connecting.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BeforeConnecting {
  readonly words = inject(Words);
  readonly policyWords = inject(PolicyWords);
  readonly commands = inject(SessionCommands);
  readonly #actors = inject(ActorName);
  readonly #me = inject(MyDesk).key;
  readonly #store = inject(SessionStore);
  readonly #api = inject(DeskApi);
  readonly #clock = inject(DeskClock);

  readonly session = input.required<SessionDetail>();
  readonly calledOff = output();
  readonly withdrawn = output();

  readonly chosen = linkedSignal<readonly ConsentScope[]>(() =>
    preselected.filter((scope) => this.session().askableScopes.includes(scope)),
  );
  readonly #left = computed(() => {
    const { question } = this.session();
    return question ? Date.parse(question.until) - this.#clock.now() : 0;
  });
  readonly countdown = computed(() => countdownText(this.#left(), this.words.locale()));
  readonly share = computed(() => Math.min(100, Math.max(0, (this.#left() / questionTime) * 100)));
  readonly asked = computed(() => {
    const scopes = this.session().question?.scopes ?? [];
    return this.words.list(scopes.map((scope) => this.words.t(`scope.${scope}`)));
  });
  readonly endedBy = computed(() => {
    const { ending, requester } = this.session();
    if (!ending) return '';
    const { by } = ending;
    return by.kind === 'technician' && by.person?.key === this.#me()
      ? this.words.t('before.endedByMe')
      : this.words.t('before.endedBy', { who: this.#actors.of(by, requester.name) });
  });

  readonly isForMe = computed(() => isForMe(this.session()));
  readonly readyKey = computed(() =>
    this.session().connection === 'connected' ? 'before.ready' : 'before.deviceAway',
  );
  /** What the policy keeps from me here, gathered by who could do it. */
  readonly refusals = computed(() => {
    const all = this.session().refusals.map(({ action, roles, onceMine }) => ({
      action: this.policyWords.action(action),
      why: onceMine
        ? this.words.t('before.whoAnswers')
        : this.words.t('before.whoCould', { roles: this.policyWords.roles(roles) }),
    }));
    return [...Map.groupBy(all, ({ why }) => why)].map(([why, refused]) => ({
      why,
      actions: refused.map(({ action }) => action).join(' · '),
    }));
  });

  constructor() {
    effect(() => {
      // Coming from the queue's Start button, the question is put at once; but once only.
      const state: unknown = history.state;
      const wanted = typeof state === 'object' && state !== null && 'start' in state;
      if (!wanted || !this.may('start')) return;
      history.replaceState({}, '');
      untracked(() => void this.start());
    });
  }

  may(ability: Ability): boolean {
    return this.session().abilities.includes(ability);
  }

  outcomeName(): string {
    const { outcome, state } = this.session();
    return this.words.t(`outcome.${outcome ?? (state === 'expired' ? 'expired' : 'unsolved')}`);
  }

  scopeName(scope: ConsentScope): string {
    return this.words.t(`scope.${scope}`);
  }

  async start(): Promise<void> {
    const { id } = this.session();
    await this.commands.run(id, async () => {
      const session = await this.#api.start(id, [...this.chosen()]);
      this.#store.take(session);
      return session;
    });
  }
}
