import type { ConsentScope } from '../workflows/domain/session/vocabulary.js';

/** What the desk says was allowed, and what it is asking. */
export interface DeskConsent {
  readonly granted: readonly ConsentScope[];
  readonly question: { readonly id: string } | null;
}

/**
 * What the person allowed in this very program. The desk can take from it, never add to it: a scope
 * counts only while the person allowed it here and the desk has it as allowed too.
 */
export class ConsentRecord {
  #allowed: ReadonlySet<ConsentScope> = new Set();
  /** Scopes of an answer that the desk has not confirmed yet. */
  #onTheWay: ReadonlySet<ConsentScope> = new Set();
  #answered: string | null = null;

  /** The person answered a question; nothing chosen is a no. False where they had answered it before: the first word counts. */
  answer(questionId: string, scopes: readonly ConsentScope[]): boolean {
    if (questionId === this.#answered) return false;
    this.#answered = questionId;
    this.#onTheWay = new Set(scopes);
    this.#allowed = new Set([...this.#allowed, ...scopes]);
    return true;
  }

  /** The person takes something back; taking back the view takes back everything. */
  takeBack(scopes: readonly ConsentScope[]): void {
    const all = scopes.includes('view');
    const kept = [...this.#allowed].filter((scope) => !all && !scopes.includes(scope));
    this.#allowed = new Set(kept);
    this.#onTheWay = new Set();
  }

  /** The desk has dealt with the answer, or will never. */
  settled(questionId: string): void {
    if (this.#answered === questionId) this.#onTheWay = new Set();
  }

  /** What is allowed now. What the desk ended must be asked for anew. */
  effective(desk: DeskConsent): readonly ConsentScope[] {
    this.#allowed = new Set(
      [...this.#allowed].filter(
        (scope) => desk.granted.includes(scope) || this.#onTheWay.has(scope),
      ),
    );
    const both = desk.granted.filter((scope) => this.#allowed.has(scope));
    return both.includes('view') ? both : [];
  }

  /** The scopes of some that the person does not allow here. */
  foreignAmong(scopes: readonly ConsentScope[]): readonly ConsentScope[] {
    return scopes.filter((scope) => !this.#allowed.has(scope));
  }

  /** Whether a question waits for the person's answer. */
  isOpen(desk: DeskConsent): boolean {
    return desk.question !== null && desk.question.id !== this.#answered;
  }
}
