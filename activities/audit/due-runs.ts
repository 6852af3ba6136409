import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Database } from '../store/database.js';
import type { Trust } from './bundle.js';
import { CheckpointFile } from './checkpoint-file.js';
import { NothingSealedError } from './log-period.js';
import { publicKeyIn } from './read-audit-files.js';
import { RetentionStore } from './retention.js';
import { type Run, type RunKind, RunStore } from './run-store.js';
import type { SealerFiles } from './sealer.js';
import { type Verification, verifyAll, verifyNext } from './verification.js';

/** What the runs work with. */
export interface DueRunsOptions {
  readonly db: Database;
  /** Where the audit's key and checkpoints are; without them another worker verifies. */
  readonly audit: SealerFiles | null;
  readonly log: Pick<Logger, 'error' | 'info'>;
}

const minutes = 60_000;
const verifyEveryMs = 10 * minutes;
const letGoEveryMs = 360 * minutes;

/** Carries out the runs that somebody asked for, and those that are due by themselves. */
export class DueRuns {
  readonly #options: DueRunsOptions;
  readonly #runs: RunStore;
  readonly #retention: RetentionStore;
  readonly #checkpoints: CheckpointFile | null;

  constructor(options: DueRunsOptions) {
    this.#options = options;
    this.#runs = new RunStore(options.db);
    this.#retention = new RetentionStore(options.db);
    this.#checkpoints = options.audit && new CheckpointFile(options.audit.checkpoints);
  }

  /** Does all that waits; one process at a time. */
  async work(): Promise<void> {
    await this.#addDue();
    const kinds: RunKind[] = this.#checkpoints ? ['verification', 'retention'] : ['retention'];
    for (;;) {
      const run = await this.#runs.next(kinds);
      if (!run) return;
      await this.#carryOut(run);
    }
  }

  async #addDue(): Promise<void> {
    const upkeep = { kind: 'desk', rule: 'upkeep' } as const;
    // A desk that has only just begun has nothing sealed to look at.
    if (this.#checkpoints && this.#checkpoints.lines().length > 0) {
      await this.#runs.addDue(randomUUID(), 'verification', verifyEveryMs, upkeep);
    }
    const kept = Object.values(await this.#retention.read());
    if (kept.some((days) => days !== null)) {
      await this.#runs.addDue(randomUUID(), 'retention', letGoEveryMs, {
        ...upkeep,
        rule: 'retention',
      });
    }
  }

  async #carryOut(run: Run): Promise<void> {
    const progress = (done: number, total: number) => this.#runs.progress(run.id, done, total);
    try {
      const result =
        run.kind === 'retention'
          ? await this.#retention.run(run.askedBy, progress)
          : await this.#verify(run, progress);
      await this.#runs.end(run.id, 'done', result);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      // Asked for before anything was sealed: nothing is wrong.
      const isEmpty = error instanceof NothingSealedError;
      await this.#runs.end(run.id, 'failed', { reason, isEmpty });
      if (isEmpty) return;
      this.#options.log.error({ err: error, run: run.kind }, 'A run over the record has failed.');
    }
  }

  async #verify(
    run: Run,
    progress: (done: number, total: number) => Promise<void>,
  ): Promise<Verification> {
    const { db, log } = this.#options;
    const trust = this.#trust();
    const isDue = run.askedBy.actor.kind === 'desk';
    // What one that failed could not look at, the one before it may have found something in.
    const before = isDue ? await this.#runs.lastDone('verification') : null;
    const verification = isDue
      ? await verifyNext(db, trust, verificationIn(before))
      : await verifyAll(db, trust, progress);
    const { findings } = verification;
    if (findings.length > 0) {
      log.error(
        { findings: findings.slice(0, 10), found: findings.length },
        'The audit log is not what was signed.',
      );
    }
    return verification;
  }

  #trust(): Trust {
    const { audit } = this.#options;
    if (!audit || !this.#checkpoints) throw new Error('There is nothing to hold the log against.');
    return { publicKey: publicKeyIn(audit.key), checkpoints: this.#checkpoints.lines() };
  }
}

/** What a run came to that verified; null where it did not come to an end. */
export function verificationIn(run: Run | null): Verification | null {
  return run?.kind === 'verification' && run.state === 'done' ? (run.result as Verification) : null;
}
