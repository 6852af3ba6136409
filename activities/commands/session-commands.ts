import { setTimeout as pause } from 'node:timers/promises';
import {
  type WorkflowClient,
  WithStartWorkflowOperation,
  WorkflowIdConflictPolicy,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import {
  type Envelope,
  type Outcome,
  signals,
  type SupportSessionInput,
  supportSessionType,
  workflowIdOf,
} from '../../workflows/contract.js';
import type { RequestCommand } from '../../workflows/domain/session/commands.js';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { judge } from '../../workflows/domain/session/judge.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import type { Instant } from '../../workflows/domain/session/vocabulary.js';
import type { SessionRecord } from '../record/session-record.js';
import { DeskUnreachableError, RefusedError } from './command-errors.js';
import { refusalIn } from './refusal-in.js';
import { type SendableCommand, updateOf } from './update-of.js';

/** How commands reach the workflows of sessions. */
export interface SessionCommandsOptions {
  readonly client: WorkflowClient;
  readonly taskQueue: string;
  readonly record: SessionRecord;
  /** How long to wait for an answer, in milliseconds. */
  readonly withinMs: number;
  /** Is told when a request is kept and its workflow could not be started yet. */
  readonly onStartFailed?: (error: unknown) => void;
}

type SessionWorkflow = (input: SupportSessionInput) => Promise<void>;

/** The one way to change a session: an Update of its workflow, which is started where it is missing. */
export class SessionCommands {
  readonly #options: SessionCommandsOptions;
  /** The starts of workflows that are under way, by session; none of them rejects. */
  readonly #starting = new Map<string, Promise<void>>();

  constructor(options: SessionCommandsOptions) {
    this.#options = options;
  }

  /**
   * Sends a command and waits for its outcome; the rows show it by then. The same envelope again
   * gives the same outcome. Throws a RefusedError or a DeskUnreachableError.
   */
  async send(sessionId: string, envelope: Envelope<SendableCommand>): Promise<Outcome> {
    for (const pauseMs of pausesToCatchUp) {
      try {
        return await this.#settle(sessionId, envelope);
      } catch (error) {
        const isRefused = error instanceof RefusedError;
        if (!isRefused || !(await this.#rowAllows(sessionId, envelope))) throw error;
      }
      await this.#catchUp(sessionId);
      await pause(pauseMs);
    }
    return this.#settle(sessionId, envelope);
  }

  /**
   * Begins a session with its row, and starts its workflow from that: the request is kept before
   * anything waits for Temporal. Commands that come next wait for that start; where it fails, the
   * same command again, the next one or the desk's own comparison of rows and workflows does it.
   */
  async begin(sessionId: string, envelope: Envelope<RequestCommand>): Promise<Session> {
    const { session, stepAt } = await this.#keep(sessionId, envelope);
    if (!hasEnded(session)) this.#startSoon(session, stepAt);
    return session;
  }

  /** Resolves when no start of a workflow is under way any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#starting.values());
  }

  /** Starts the workflow of an open session again from its row, where it is missing; audited. */
  async revive(session: Session): Promise<void> {
    await this.#startFrom(session);
    await this.#options.record.noteRepair(session.id, 'workflow-started-from-row');
  }

  /** Delivers a command. One that was stored before its answer was lost is refused as done, by itself. */
  async #settle(sessionId: string, envelope: Envelope<SendableCommand>): Promise<Outcome> {
    try {
      return await this.#deliver(sessionId, envelope);
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal) throw error;
      const sequence = await this.#options.record.sequenceOf(sessionId, envelope.id);
      if (sequence !== null) return { sequence };
      throw new RefusedError(refusal);
    }
  }

  #deliver(sessionId: string, envelope: Envelope<SendableCommand>): Promise<Outcome> {
    if (isRequest(envelope)) return this.#beginWhole(sessionId, envelope);
    if (envelope.command.type === 'reopen') return this.#startFromRow(sessionId, envelope);
    return this.#update(sessionId, envelope);
  }

  /**
   * Whether the row allows what the workflow refused: where a worker died between the record and
   * Temporal, the workflow stands behind its row until it hears of that again.
   */
  async #rowAllows(
    sessionId: string,
    { command, actor }: Envelope<SendableCommand>,
  ): Promise<boolean> {
    const session = await this.#options.record.find(sessionId);
    return !isRefusal(judge(session, command, { actor, now: Date.now() }));
  }

  /** Lets the workflow take over what the record has beyond it; those of the first version do not look. */
  async #catchUp(sessionId: string): Promise<void> {
    const workflow = this.#options.client.getHandle(workflowIdOf(sessionId));
    try {
      await this.#inTime(() => workflow.signal(signals.clocks));
    } catch (error) {
      // It has ended meanwhile; the next delivery starts one from the row.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }

  async #beginWhole(sessionId: string, envelope: Envelope<RequestCommand>): Promise<Outcome> {
    const { sequence } = await this.begin(sessionId, envelope);
    await this.#starting.get(sessionId);
    return { sequence };
  }

  #startSoon(session: Session, stepAt?: Instant): void {
    const started = pause(startAfterMs)
      .then(() => this.#startFrom(session, stepAt))
      .catch((error: unknown) => this.#options.onStartFailed?.(error))
      .finally(() => this.#starting.delete(session.id));
    this.#starting.set(session.id, started);
  }

  async #keep(
    sessionId: string,
    { id: commandId, command, ...told }: Envelope<RequestCommand>,
  ): Promise<{ readonly session: Session; readonly stepAt?: Instant | undefined }> {
    let session: Session | null = null;
    for (;;) {
      const events = judge(session, command, { actor: told.actor, now: Date.now() });
      if (isRefusal(events)) throw new RefusedError(events);
      const expectedSequence: number = session?.sequence ?? 0;
      const append = { ...told, sessionId, commandId, expectedSequence, events };
      const result = await this.#options.record.append(append);
      session = fold(session, result.kind === 'appended' ? events : result.events);
      if (!session || result.kind === 'overtaken') continue;
      return { session, stepAt: result.kind === 'appended' ? result.nextStep?.at : undefined };
    }
  }

  async #startFrom(session: Session, stepAt?: Instant): Promise<void> {
    await this.#inTime(() =>
      this.#options.client.start<SessionWorkflow>(supportSessionType, {
        ...this.#startOf(session.id, session, stepAt),
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      }),
    );
  }

  async #update(sessionId: string, envelope: Envelope<SendableCommand>): Promise<Outcome> {
    await this.#starting.get(sessionId);
    try {
      return await this.#inTime(() =>
        this.#options.client
          .getHandle<SessionWorkflow>(workflowIdOf(sessionId))
          .executeUpdate<Outcome, [Envelope]>(updateOf[envelope.command.type], {
            updateId: envelope.id,
            args: [envelope],
          }),
      );
    } catch (error) {
      // The session has ended, never was, or has lost its workflow: the row knows which.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      return this.#startFromRow(sessionId, envelope);
    }
  }

  async #startFromRow(sessionId: string, envelope: Envelope<SendableCommand>): Promise<Outcome> {
    const { record } = this.#options;
    const session = await record.find(sessionId);
    const { command, actor } = envelope;
    const events = judge(session, command, { actor, now: Date.now() });
    if (isRefusal(events)) throw new RefusedError(events);
    const outcome = await this.#startWith(sessionId, envelope, session);
    if (session && !hasEnded(session)) {
      await record.noteRepair(sessionId, 'workflow-started-from-row');
    }
    return outcome;
  }

  #startWith(
    sessionId: string,
    envelope: Envelope<SendableCommand>,
    session: Session | null,
  ): Promise<Outcome> {
    const startWorkflowOperation = new WithStartWorkflowOperation<SessionWorkflow>(
      supportSessionType,
      {
        ...this.#startOf(sessionId, session),
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      },
    );
    return this.#inTime(() =>
      this.#options.client.executeUpdateWithStart<SessionWorkflow, Outcome, [Envelope]>(
        updateOf[envelope.command.type],
        { updateId: envelope.id, args: [envelope], startWorkflowOperation },
      ),
    );
  }

  #startOf(sessionId: string, session: Session | null, stepAt?: Instant) {
    const { taskQueue } = this.#options;
    const known = stepAt === undefined ? {} : { stepAt };
    const args: [SupportSessionInput] = [{ sessionId, session, routed: true, ...known }];
    return { workflowId: workflowIdOf(sessionId), taskQueue, args };
  }

  async #inTime<T>(ask: () => Promise<T>): Promise<T> {
    const deadline = Date.now() + this.#options.withinMs;
    try {
      for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
        try {
          return await this.#options.client.withDeadline(deadline, ask);
        } catch (error) {
          if (!wasPassedOver(error) || Date.now() + pauseMs > deadline) throw error;
          await pause(pauseMs);
        }
      }
    } catch (error) {
      const isAnswer = error instanceof WorkflowUpdateFailedError && !wasPassedOver(error);
      if (isAnswer || error instanceof WorkflowNotFoundError) {
        throw error;
      }
      // A mistake of the program's own is no silence of the desk's.
      if (error instanceof TypeError) throw error;
      throw new DeskUnreachableError(error);
    }
  }
}

/** How long the start of a kept request's workflow waits: whoever asked is answered before Temporal is kept busy. */
const startAfterMs = 15;

const firstPauseMs = 20;

/** How long a workflow that stands behind its row is given to catch up, before each other delivery. */
const pausesToCatchUp = [20, 100, 500];

/**
 * Whether a worker finished its task without looking at the Update, as happens when many come while
 * it writes the record. Nothing has been done, and the same Update may be sent again.
 */
function wasPassedOver(error: unknown): boolean {
  if (!(error instanceof WorkflowUpdateFailedError)) return false;
  return error.cause instanceof ApplicationFailure && error.cause.type === 'UnprocessedUpdate';
}

function isRequest(envelope: Envelope<SendableCommand>): envelope is Envelope<RequestCommand> {
  return envelope.command.type === 'request';
}
