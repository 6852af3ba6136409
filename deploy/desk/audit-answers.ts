import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Head, Trust, Verdict } from '../../activities/audit/bundle.js';
import { bundleOf, NothingSealedError, writeBundle } from '../../activities/audit/export-bundle.js';
import { LogKeyLostError, rotateLogKey } from '../../activities/audit/log-key.js';
import { noteExport } from '../../activities/audit/note-export.js';
import { lastCheckpoint, publicKeyIn } from '../../activities/audit/read-audit-files.js';
import { Sealer } from '../../activities/audit/sealer.js';
import { verifyDatabase } from '../../activities/audit/verify-database.js';
import type { Database } from '../../activities/store/database.js';
import { alone } from '../../activities/upkeep/alone.js';
import { DeskFailure } from './desk-failure.js';
import type { DeskHouse } from './desk-house.js';

/** What the log is held against; the desk's own files unless others are named. */
export interface Against {
  readonly key?: string;
  readonly checkpoint?: string;
}

/** A period, its ends as they were typed. */
export interface Period {
  readonly from?: string;
  readonly to?: string;
  readonly checkpoint?: string;
}

const rotationTries = 30;

/** Answers what the command line asks about the audit log. */
export class AuditAnswers {
  readonly #base: string;
  readonly #house: DeskHouse;

  constructor(base: string, house: DeskHouse) {
    this.#base = base;
    this.#house = house;
  }

  /** Verifies the log where it is kept; what was found is a failure that lists it. */
  async verify(against: Against): Promise<string> {
    const trust = this.#trust(against);
    const verdict = await this.#asked((db) => verifyDatabase(db, trust));
    if (verdict.findings.length > 0) throw new DeskFailure(verdict.findings);
    return proved(verdict, trust.checkpoint);
  }

  /** Writes a bundle into a new folder. */
  async export(directory: string, period: Period): Promise<string> {
    const folder = resolve(this.#base, directory);
    const [from, to] = [instantIn('--from', period.from), instantIn('--to', period.to)];
    const checkpoint = period.checkpoint === undefined ? null : this.#checkpoint(period.checkpoint);
    const about = await this.#asked(async (db) => {
      const bundle = await bundleOf(db, { from, to, checkpoint: checkpoint?.size ?? null });
      await writeBundle(bundle, folder);
      await noteExport(db, { actor: { kind: 'desk', rule: 'command-line' }, about: bundle.about });
      return bundle.about;
    });
    return `${directory}: entries ${about.from.size} up to ${about.to}, with README.md and verify.mjs\n`;
  }

  /** Hands the log over to a new key. */
  async rotateKey(): Promise<string> {
    const files = this.#house.auditFiles;
    return this.#asked(async (db) => {
      for (let tries = 0; tries < rotationTries; tries += 1) {
        let id = '';
        // The sealer signs with the key, so the two take turns.
        const done = await alone(db, 'upkeep sealing', async () => {
          ({ id } = await rotateLogKey(db, files.key));
          await new Sealer(db, files).seal();
        });
        if (done) return `${files.key}: the log's key is now ${id}\n`;
        await pause(500);
      }
      throw new DeskFailure(['the log is being sealed all the time: try again']);
    });
  }

  #trust({ key, checkpoint }: Against): Trust {
    const files = this.#house.auditFiles;
    const read = <T>(file: string, as: (path: string) => T): T => {
      try {
        return as(file);
      } catch {
        throw new DeskFailure([`${file}: cannot be read`]); // Any reason will do.
      }
    };
    const keyFile = key === undefined ? files.key : resolve(this.#base, key);
    return {
      publicKey: read(keyFile, publicKeyIn),
      checkpoint:
        checkpoint === undefined ? lastCheckpoint(files.checkpoints) : this.#checkpoint(checkpoint),
    };
  }

  #checkpoint(file: string): Head {
    const found = lastCheckpoint(resolve(this.#base, file));
    if (!found) throw new DeskFailure([`${file}: there is no checkpoint in it`]);
    return found;
  }

  async #asked<T>(work: (db: Database) => Promise<T>): Promise<T> {
    try {
      return await this.#house.withDatabase(work);
    } catch (error) {
      if (error instanceof NothingSealedError || error instanceof LogKeyLostError) {
        throw new DeskFailure([error.message]);
      }
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
        throw new DeskFailure(['the folder is there already: name a new one']);
      }
      throw error;
    }
  }
}

function proved({ entries, heads, texts, size }: Verdict, checkpoint: Head | null): string {
  const held = checkpoint
    ? `the checkpoint of size ${checkpoint.size} signed ${checkpoint.at}`
    : 'no checkpoint';
  return `${entries} entries, ${heads} heads, ${texts} texts, size ${size}: all as signed, held against ${held}\n`;
}

function instantIn(option: string, text: string | undefined): Date | null {
  if (text === undefined) return null;
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) {
    throw new DeskFailure([
      `${option} "${text}" is no date: write 2026-11-01 or 2026-11-01T08:00Z`,
    ]);
  }
  return instant;
}
