import type { SchemaConsentScope, SchemaDeviceSession } from '../api/generated/openapi.js';
import { ConsentRecord } from './consent-record.js';

/** What a session says of consent. */
export type AskedSession = Pick<SchemaDeviceSession, 'state' | 'consent'>;

/** The desk that the person's word is brought to. */
export interface ConsentDesk {
  /** Resolves when the desk has dealt with the answer, or never will. */
  answer(questionId: string, scopes: readonly SchemaConsentScope[]): Promise<void>;
  withdraw(scopes: readonly SchemaConsentScope[]): void;
}

/** What may be shown and done at this moment, and what the person is being asked. */
export interface ConsentNow {
  readonly effective: readonly SchemaConsentScope[];
  readonly open: SchemaDeviceSession['consent']['question'];
}

/** The person's word on consent: in force here at once, and brought to the desk until both agree. */
export class ConsentKeeper {
  readonly #record = new ConsentRecord();
  readonly #desk: ConsentDesk;
  #session: AskedSession;

  /** What the desk says was granted to an earlier run, this run was not: it must be asked for anew. */
  constructor(session: AskedSession, desk: ConsentDesk) {
    this.#session = session;
    this.#desk = desk;
    this.#withdrawRest();
  }

  /** The desk's latest word. */
  hear(session: AskedSession): void {
    this.#session = session;
  }

  /** The person answers a question; resolves when the desk has dealt with it. */
  async answer(questionId: string, scopes: readonly SchemaConsentScope[]): Promise<void> {
    // The desk would refuse a second word, and its refusal would settle what the first is still on its way for.
    if (!this.#record.answer(questionId, scopes)) return;
    await this.#desk.answer(questionId, scopes);
    this.#record.settled(questionId);
    // What was taken back while the answer was on its way, the desk has now as allowed.
    this.#withdrawRest();
  }

  /** The person takes something back, also what the desk does not have as allowed yet; the view takes all with it. */
  takeBack(scopes: readonly SchemaConsentScope[]): void {
    this.#record.takeBack(scopes);
    this.#withdrawRest();
  }

  /** Allows nothing any more, without a word to the desk. */
  forget(): void {
    this.#record.takeBack(['view']);
  }

  now(): ConsentNow {
    const { consent } = this.#session;
    const effective = this.#record.effective({
      granted: this.#granted,
      question: consent.question,
    });
    return { effective, open: this.#record.isOpen(consent) ? consent.question : null };
  }

  get #granted(): readonly SchemaConsentScope[] {
    return this.#session.state === 'active' ? this.#session.consent.granted : [];
  }

  /** Withdraws at the desk what it has as allowed and the person does not allow here. */
  #withdrawRest(): void {
    const rest = this.#record.foreignAmong(this.#granted);
    if (rest.length > 0) this.#desk.withdraw(rest);
  }
}
