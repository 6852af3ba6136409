import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  computed,
  effect,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { priorities } from '../../../../workflows/domain/session/vocabulary.js';
import type { Invitation, KnownRequester, LinkLifetime } from '../desk/contract.js';
import { DeskApi } from '../desk/desk-api.js';
import { MyDesk } from '../desk/my-desk.js';
import { AttemptKey } from '../form/attempt-key.js';
import { Control } from '../form/control.js';
import { Field } from '../form/field.js';
import { FormSending } from '../form/form-sending.js';
import { SendingProblem } from '../form/sending-problem.js';
import { Sends } from '../form/sends.js';
import { Dialog } from '../shell/dialogs/dialog.js';
import { DialogFoot } from '../shell/dialogs/dialog-foot.js';
import { Dialogs } from '../shell/dialogs/dialogs.js';
import { Icon } from '../shell/icon.js';
import { Notices } from '../shell/notices.js';
import type { Suggestion } from '../suggest/suggestion.js';
import { SuggestionList } from '../suggest/suggestion-list.js';
import { Suggests } from '../suggest/suggests.js';
import { isLanguage, languageNames, languages } from '../words/language.js';
import { instantText } from '../words/spans.js';
import { Words } from '../words/words.js';
import { fillIn, invitationFrom } from './invitation-form.js';
import { KnownRequesters } from './known-requesters.js';
import { lifetimes, lifetimeText } from './lifetimes.js';

/** Invites a person: a name and a subject are enough; then shows the link to copy. */
@Component({
  selector: 'md-invitation-dialog',
  imports: [
    Control,
    Dialog,
    DialogFoot,
    Field,
    Icon,
    SendingProblem,
    Sends,
    SuggestionList,
    Suggests,
  ],
  templateUrl: './invitation-dialog.html',
  providers: [KnownRequesters],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InvitationDialog {
  readonly words = inject(Words);
  readonly desk = inject(MyDesk);
  readonly dialogs = inject(Dialogs);
  readonly directory = inject(KnownRequesters);
  readonly #api = inject(DeskApi);
  readonly #notices = inject(Notices);
  readonly #router = inject(Router);

  readonly languages = languages;
  readonly languageNames = languageNames;
  readonly priorities = priorities;
  readonly priorityKeys = {
    low: 'priority.low',
    normal: 'priority.normal',
    high: 'priority.high',
    urgent: 'priority.urgent',
  } as const;
  readonly lifetimes = lifetimes;
  readonly mails = computed(() => this.desk.me()?.mails === true);
  readonly channels = computed(() => this.desk.channels().filter(({ mayInvite }) => mayInvite));
  readonly channel = signal('');
  /** The channel's own lifetime, until another is chosen. */
  readonly lifetime = computed<LinkLifetime>(() => {
    const channels = this.channels();
    const chosen = channels.find(({ key }) => key === this.channel()) ?? channels[0];
    return chosen?.linkLifetimeMinutes ?? 480;
  });

  /** Whom of the directory the invitation is for, as long as it is their name that stands there. */
  readonly known = signal<KnownRequester | null>(null);
  readonly sending = new FormSending();
  readonly invited = signal<Invitation | null>(null);
  readonly knownHint = computed(() => {
    const person = this.known();
    return person ? this.words.t('invite.known', { what: this.directory.detail(person) }) : '';
  });

  readonly copyButton = viewChild<ElementRef<HTMLButtonElement>>('copyButton');
  #key = new AttemptKey();

  constructor() {
    effect(() => {
      this.copyButton()?.nativeElement.focus();
    });
  }

  /** Under another name it is for somebody else, who must get nothing that was filled in for the first. */
  rename(name: string, form: HTMLFormElement | null): void {
    if (this.known() && form) fillIn(form, { address: '', language: '', customer: '' });
    this.known.set(null);
    this.directory.look(name);
  }

  /** Fills in what the directory knows of somebody. */
  choose({ key }: Suggestion, form: HTMLFormElement | null): void {
    const person = this.directory.find(key);
    this.known.set(person);
    if (!person || !form) return;
    fillIn(form, {
      name: person.name,
      address: person.address ?? '',
      language: isLanguage(person.language ?? '') ? (person.language ?? '') : '',
      customer: this.directory.customerName(person.customer),
    });
  }

  pick(event: Event): void {
    if (event.target instanceof HTMLSelectElement) this.channel.set(event.target.value);
  }

  async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const body = invitationFrom(new FormData(event.target), this.known()?.id ?? null);
    await this.sending.send(async () => {
      this.invited.set(await this.#api.invite(body, this.#key.of(body)));
    });
  }

  async copy(url: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(url);
      this.#notices.done(this.words.t('done.copied'));
    } catch (thrown) {
      this.#notices.problem(thrown);
    }
  }

  until(expiresAt: string): string {
    return instantText(Date.parse(expiresAt), Date.now(), this.words.locale());
  }

  another(): void {
    this.invited.set(null);
    this.known.set(null);
    this.#key = new AttemptKey();
  }

  open(id: string): void {
    this.dialogs.close();
    void this.#router.navigate(['/sessions', id]);
  }

  lifetimeName(minutes: LinkLifetime): string {
    return lifetimeText(minutes, this.words);
  }
}
