import type { Database } from '../store/database.js';
import type { Proof } from './bundle.js';
import type { Doing } from './doing.js';
import { type ErasureTerms, erasePerson, type PersonErasure } from './erasure.js';
import { type BundleFile, bundleFiles } from './export-bundle.js';
import { bundleOf, type Wanted } from './log-part.js';
import { noteExport } from './note-export.js';
import { proofOfEntry, proofOfGrowth } from './proof.js';
import { openSnapshot } from './snapshot.js';

/** A part of the log that is being given out; whoever asked for it closes it. */
export interface OpenExport {
  readonly files: readonly BundleFile[];
  close(): Promise<void>;
}

/** The audit log as it is given out: parts of it, and proofs about single entries. */
export class AuditLog {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Opens a part of the log as it stands now; that it was given out is noted before anybody has it. */
  async export(wanted: Wanted, doing: Doing): Promise<OpenExport> {
    const snapshot = await openSnapshot(this.#db);
    try {
      const bundle = await bundleOf(snapshot.tx, wanted);
      await noteExport(this.#db, doing, bundle.about);
      return { files: bundleFiles(bundle), close: () => snapshot.close() };
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  }

  /** The proof that an entry is in the log; null where there is no such entry. */
  proofOfEntry(entryId: string, checkpoint: number | null): Promise<Proof | null> {
    return proofOfEntry(this.#db, entryId, checkpoint);
  }

  /** The proof that the log of one signed size became another, or the last. */
  proofOfGrowth(from: number, to: number | null): Promise<Proof> {
    return proofOfGrowth(this.#db, from, to);
  }

  /** Takes somebody out of every text, or says what would go. */
  erasePerson(id: string, doing: Doing, terms: ErasureTerms): Promise<PersonErasure> {
    return erasePerson(this.#db, id, doing, terms);
  }
}
