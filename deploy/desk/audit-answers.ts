import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Head, KeptLine, Proof, Trust, Verdict } from '../../activities/audit/bundle.js';
import {
  CheckpointFile,
  CheckpointUnreadableError,
  lastOf,
} from '../../activities/audit/checkpoint-file.js';
import { writeBundle } from '../../activities/audit/export-bundle.js';
import { LogKeyLostError, rotateLogKey } from '../../activities/audit/log-key.js';
import { bundleOf } from '../../activities/audit/log-part.js';
import { NothingSealedError } from '../../activities/audit/log-period.js';
import { noteExport } from '../../activities/audit/note-export.js';
import { HeadUnknownError, proofOfEntry, proofOfGrowth } from '../../activities/audit/proof.js';
import { publicKeyIn } from '../../activities/audit/read-audit-files.js';
import { RunStore } from '../../activities/audit/run-store.js';
import { resumeLog } from '../../activities/audit/resume-log.js';
import { LogCutError, Sealer } from '../../activities/audit/sealer.js';
import { inSnapshot } from '../../activities/audit/snapshot.js';
import { type Verification, verificationOf } from '../../activities/audit/verification.js';
import { verifierText } from '../../activities/audit/verifier-text.js';
import { verifyDatabase } from '../../activities/audit/verify-database.js';
import type { Database } from '../../activities/store/database.js';
import { alone } from '../../activities/upkeep/alone.js';
import { DeskFailure } from './desk-failure.js';
import { doingOf } from './doing-of.js';
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

/** To which checkpoint a proof has to lead beside the last head. */
export interface Proving {
  readonly checkpoint?: string;
}

const sealingTries = 30;

/** What says by itself what is wrong. */
const plainFailures = [
  NothingSealedError,
  LogKeyLostError,
  LogCutError,
  HeadUnknownError,
  CheckpointUnreadableError,
];

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
    const isOwn = against.key === undefined && against.checkpoint === undefined;
    const verdict = await this.#asked(async (db) => {
      const found = await verifyDatabase(db, trust);
      // Against the desk's own key, the desk hears of it, and tells whoever must know.
      if (isOwn) await note(db, verificationOf(found, trust));
      return found;
    });
    if (verdict.findings.length > 0) throw new DeskFailure(verdict.findings);
    return proved(verdict, lastOf(trust.checkpoints));
  }

  /** Writes a bundle into a new folder. */
  async export(directory: string, period: Period): Promise<string> {
    const folder = resolve(this.#base, directory);
    const [from, to] = [instantIn('--from', period.from), instantIn('--to', period.to)];
    const checkpoint = this.#sizeOf(period.checkpoint);
    const about = await this.#asked(async (db) => {
      const bundle = await inSnapshot(db, async (tx) => {
        const read = await bundleOf(tx, { from, to, checkpoint });
        await writeBundle(read, folder);
        return read;
      });
      await noteExport(db, doingOf('audit.export'), bundle.about);
      return bundle.about;
    });
    return `${directory}: entries ${about.from.size} up to ${about.to}, with README.md and verify.mjs\n`;
  }

  /** The proof that an entry is in the log, as a file of JSON. */
  prove(entry: string, { checkpoint }: Proving): Promise<string> {
    if (!/^[0-9]{1,18}$/.test(entry)) throw new DeskFailure([`"${entry}" is no id of an entry`]);
    const size = this.#sizeOf(checkpoint);
    return this.#asked(async (db) => {
      const proof = await proofOfEntry(db, entry, size);
      if (!proof) throw new DeskFailure([`There is no entry ${entry}.`]);
      return proofText(proof);
    });
  }

  /** The proof that one signed size of the log became another, or the last. */
  proveGrowth(from: string, to: string | undefined): Promise<string> {
    const [first, last] = [sizeIn(from), to === undefined ? null : sizeIn(to)];
    return this.#asked(async (db) => proofText(await proofOfGrowth(db, first, last)));
  }

  /** The verifier, in one file. */
  verifier(): string {
    return verifierText();
  }

  /** Hands the log over to a new key. */
  rotateKey(): Promise<string> {
    const files = this.#house.auditFiles;
    return this.#insteadOfSealing(async (db) => {
      const { id } = await rotateLogKey(db, files.key);
      await new Sealer(db, files).seal();
      return `${files.key}: the log's key is now ${id}\n`;
    });
  }

  /** Goes on with a log whose database was restored from a backup. */
  resume(): Promise<string> {
    const files = this.#house.auditFiles;
    return this.#insteadOfSealing(async (db) => {
      const resumed = await resumeLog(db, files, doingOf('audit.restored'));
      if (!resumed) return 'nothing of what was signed is missing in the database\n';
      await new Sealer(db, files).seal();
      const { lost, kept } = resumed;
      return `the log goes on from size ${kept}; that it was ${lost.size} ${lost.at} and was restored is signed\n`;
    });
  }

  /** The sealer signs with the key, so whoever else does takes turns with it. */
  #insteadOfSealing(work: (db: Database) => Promise<string>): Promise<string> {
    return this.#asked(async (db) => {
      for (let tries = 0; tries < sealingTries; tries += 1) {
        let answer = '';
        const done = await alone(db, 'upkeep sealing', async () => {
          answer = await work(db);
        });
        if (done) return answer;
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
      checkpoints:
        checkpoint === undefined ? this.#linesOf(files.checkpoints) : this.#checkpoints(checkpoint),
    };
  }

  /** The size of the last checkpoint in a file; null where none is named. */
  #sizeOf(file: string | undefined): number | null {
    return file === undefined ? null : (lastOf(this.#checkpoints(file))?.size ?? null);
  }

  #checkpoints(file: string): readonly KeptLine[] {
    const found = this.#linesOf(resolve(this.#base, file));
    if (found.length === 0) throw new DeskFailure([`${file}: there is no checkpoint in it`]);
    return found;
  }

  #linesOf(file: string): readonly KeptLine[] {
    try {
      return new CheckpointFile(file).lines();
    } catch (error) {
      if (error instanceof CheckpointUnreadableError) throw new DeskFailure([error.message]);
      throw error;
    }
  }

  async #asked<T>(work: (db: Database) => Promise<T>): Promise<T> {
    try {
      return await this.#house.withDatabase(work);
    } catch (error) {
      if (plainFailures.some((known) => error instanceof known)) {
        throw new DeskFailure([(error as Error).message]);
      }
      if (error instanceof Error && 'code' in error && error.code === 'EEXIST') {
        throw new DeskFailure(['the folder is there already: name a new one']);
      }
      throw error;
    }
  }
}

async function note(db: Database, verification: Verification): Promise<void> {
  try {
    const runs = new RunStore(db);
    await runs.note(randomUUID(), 'verification', doingOf('audit.verify'), verification);
  } catch (error) {
    // A copy of the database that takes no changes is verified as well.
    if (!(error instanceof Error && 'code' in error && error.code === '25006')) throw error;
  }
}

function proved({ entries, heads, texts, size }: Verdict, checkpoint: Head | null): string {
  const held = checkpoint
    ? `the checkpoint of size ${checkpoint.size} signed ${checkpoint.at}`
    : 'no checkpoint';
  return `${entries} entries, ${heads} heads, ${texts} texts, size ${size}: all as signed, held against ${held}\n`;
}

function proofText(proof: Proof): string {
  return `${JSON.stringify(proof, undefined, 2)}\n`;
}

function sizeIn(text: string): number {
  if (!/^[0-9]{1,15}$/.test(text)) throw new DeskFailure([`"${text}" is no size of the log`]);
  return Number(text);
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
