import type { Held } from '../../policies/relation.js';
import type { Session } from '../../workflows/domain/session/session.js';

/** What of a session decides who may see it. */
export type Standing = Held & Pick<Session, 'channel'>;

/** How many sessions' last standing is remembered; what is forgotten is only told to fewer people. */
const capacity = 20_000;

/** Remembers how sessions stood before their last change, so that who loses sight of one can be told. */
export class VisibilityMemory {
  readonly #standings = new Map<string, Standing>();

  /** Notes how a session stands now and gives back how it stood before, or null when that is not known. */
  exchange(session: Session): Standing | null {
    const { id, channel, assignee, driver, collaborators, transfer } = session;
    const before = this.#standings.get(id) ?? null;
    this.#standings.delete(id);
    this.#standings.set(id, { id, channel, assignee, driver, collaborators, transfer });
    if (this.#standings.size > capacity) this.#forgetOldest();
    return before;
  }

  #forgetOldest(): void {
    for (const id of this.#standings.keys()) {
      this.#standings.delete(id);
      return;
    }
  }
}
