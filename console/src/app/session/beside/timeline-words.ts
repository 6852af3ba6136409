import { Injectable, inject } from '@angular/core';
import type { TimelineEvent } from '../../desk/contract.js';
import { MyDesk } from '../../desk/my-desk.js';
import { ClockWords } from '../../words/clock-words.js';
import { wholeSpanText } from '../../words/spans.js';
import { Words } from '../../words/words.js';
import { ActorName } from '../actor-name.js';

/** Each event of a session as a sentence. */
@Injectable({ providedIn: 'root' })
export class TimelineWords {
  readonly #words = inject(Words);
  readonly #actors = inject(ActorName);
  readonly #desk = inject(MyDesk);
  readonly #clocks = inject(ClockWords);

  /** The sentence; an event that this console does not know yet is named by its type. */
  sentence(event: TimelineEvent, requester: string): string {
    const key = this.#key(event);
    if (!this.#words.knows(key)) return event.type;
    return this.#words.t(key, {
      who: this.#actors.of(event.by, requester),
      name: requester,
      scopes: this.#scopes(event),
      person: event.person ? this.#actors.person(event.person) : '',
      channel: this.#channel(event.channel),
      target: this.#target(event),
      level: event.level ?? '',
      clock: event.clock ? this.#clocks.clock(event.clock) : '',
      percent: event.percent ?? '',
      span: this.#span(event),
      what: this.#reason(event),
    });
  }

  /** Some types say different things by what came with them. */
  #key({ type, person, reason, warm }: TimelineEvent): string {
    const variants = [
      type === 'transfer-offered' && warm === true ? 'event.transfer-offered.warm' : '',
      type === 'transferred' && !person ? 'event.transferred.queue' : '',
      type === 'driver-changed' && !person ? 'event.driver-changed.nobody' : '',
      `event.${type}.${reason ?? ''}`,
    ];
    return variants.find((key) => this.#words.knows(key)) ?? `event.${type}`;
  }

  #scopes({ scopes }: TimelineEvent): string {
    return this.#words.list((scopes ?? []).map((scope) => this.#words.t(`scope.${scope}`)));
  }

  #channel(key: string | undefined): string {
    return key === undefined ? '' : this.#desk.channelName(key);
  }

  /** Whom something is handed to: a person, a group or a channel's queue. */
  #target({ person, group, channel }: TimelineEvent): string {
    return person ? this.#actors.person(person) : (group?.name ?? this.#channel(channel));
  }

  #span({ seconds }: TimelineEvent): string {
    return seconds === undefined ? '' : wholeSpanText(seconds * 1_000, this.#words.locale());
  }

  #reason({ type, reason, outcome, deviceKind, priority }: TimelineEvent): string {
    const keys = [
      `priority.${priority ?? ''}`,
      `hold.${reason ?? ''}`,
      `outcome.${outcome ?? ''}`,
      `device.${deviceKind ?? ''}`,
    ];
    const key = keys.find((one) => this.#words.knows(one));
    if (key !== undefined && this.#words.knows(key)) return this.#words.t(key);
    return type === 'escalated' && reason ? `“${reason}”` : '';
  }
}
