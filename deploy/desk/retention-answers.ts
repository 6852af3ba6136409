import { erasePerson, PersonUnknownError } from '../../activities/audit/erasure.js';
import { SessionOpenError } from '../../activities/audit/erase-session.js';
import { retentionClasses, RetentionStore } from '../../activities/audit/retention.js';
import { DeskFailure } from './desk-failure.js';
import type { DeskHouse } from './desk-house.js';
import { doingOf } from './doing-of.js';

/** Whether it is only to be said what would go. */
export interface Trial {
  readonly dryRun?: boolean;
}

/** Carries out what the command line asks to be forgotten. */
export class RetentionAnswers {
  readonly #house: DeskHouse;

  constructor(house: DeskHouse) {
    this.#house = house;
  }

  /** Lets go of what is older than its class is kept. */
  async run({ dryRun = false }: Trial): Promise<string> {
    return this.#house.withDatabase(async (db) => {
      const store = new RetentionStore(db);
      const kept = await store.read();
      const erased = await (dryRun ? store.trial(kept) : store.run(doingOf('retention.run')));
      const lines = retentionClasses.map((name) => {
        const days = kept[name];
        // Nothing records a session, which is worth more words than a nought.
        if (name === 'recording')
          return `${keeping(name, days)}, and nothing of this kind is kept\n`;
        if (days === null) return `${keeping(name, days)}\n`;
        const { sessions, texts } = erased[name];
        return `${keeping(name, days)}, ${texts} texts of ${sessions} sessions ${gone(dryRun)}\n`;
      });
      return lines.join('');
    });
  }

  /** Sets how many days a class is kept; `forever` for ever. */
  async set(name: string, days: string): Promise<string> {
    const known = retentionClasses.find((one) => one === name);
    if (!known) {
      throw new DeskFailure([`"${name}" is not a class (${retentionClasses.join(', ')})`]);
    }
    const number = days === 'forever' ? null : Number(days);
    if (number !== null && !(Number.isInteger(number) && number >= 1 && number <= 36_500)) {
      throw new DeskFailure([`"${days}" is no number of days from 1 to 36500, and not "forever"`]);
    }
    return this.#house.withDatabase(async (db) => {
      const store = new RetentionStore(db);
      await store.set({ ...(await store.read()), [known]: number }, doingOf('retention.set'));
      return `${keeping(known, number)}\n`;
    });
  }

  /** Erases somebody who asked for help. */
  async erasePerson(id: string, { dryRun = false }: Trial): Promise<string> {
    if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
      throw new DeskFailure([`"${id}" is no id of a person`]);
    }
    try {
      const { sessions, texts } = await this.#house.withDatabase((db) =>
        erasePerson(db, id, doingOf('person.erase'), { dryRun }),
      );
      return `${id}: ${texts} texts, in ${sessions} sessions, ${gone(dryRun)}\n`;
    } catch (error) {
      if (error instanceof PersonUnknownError || error instanceof SessionOpenError) {
        throw new DeskFailure([error.message]);
      }
      throw error;
    }
  }
}

function keeping(name: string, days: number | null): string {
  return `${name}: kept ${days === null ? 'for ever' : `${days} days`}`;
}

function gone(dryRun: boolean): string {
  return dryRun ? 'would be erased' : 'erased';
}
