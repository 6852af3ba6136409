import type { Authorizer } from '../../policies/authorize.js';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import { judge } from '../../workflows/domain/session/judge.js';
import type { DueStep } from '../../workflows/domain/sla/clock.js';
import { lookAfter, routingActor } from '../../workflows/domain/routing/look-after.js';
import { isRoutable, type RoutingSituation } from '../../workflows/domain/routing/next-step.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { Instant } from '../../workflows/domain/session/vocabulary.js';
import type { AppendResult, LookRequest, LookResult } from '../../workflows/ports.js';
import { dueStepOf } from '../promises/session-clocks.js';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import type { LiveBell } from '../store/feed/live-bell.js';
import { appendTo } from '../record/append-session.js';
import { eventsAfter, lockSession } from '../store/sessions/session-events.js';
import { channelRoutingIn, openChannelsIn } from './routing-store.js';
import { claimersOnly, staffSnapshot } from './staff-snapshot.js';

/** Looks after sessions: decides by the rules of routing and commits what follows, in one transaction. */
export class SessionCare {
  readonly #db: Database;
  readonly #bell: LiveBell;
  readonly #policy: () => Promise<Authorizer>;

  constructor(db: Database, bell: LiveBell, policy: () => Promise<Authorizer>) {
    this.#db = db;
    this.#bell = bell;
    this.#policy = policy;
  }

  /** Does for a session everything that is due; a second time under the same id it gives back what was stored. */
  async look(request: LookRequest): Promise<LookResult> {
    const authorizer = await this.#policy();
    const result = await this.#db.transaction((tx) => lookIn(tx, authorizer, request));
    if (result.events.length > 0) this.#bell.ring();
    return result;
  }

  /** Takes every step of a session's promises that is due now, and gives those that were taken. */
  async takeDue(sessionId: string): Promise<readonly DueStep[]> {
    const taken: DueStep[] = [];
    let next: Instant | null = Date.now();
    while (next !== null && next <= Date.now()) {
      const one = await this.#db.transaction((tx) => takeNextStep(tx, sessionId, Date.now()));
      if (one) taken.push(one.step);
      next = one?.next?.at ?? null;
    }
    if (taken.length > 0) this.#bell.ring();
    return taken;
  }
}

/** The step that was due and has been taken, and the one that is due after it; null where none was. */
async function takeNextStep(
  tx: Database,
  sessionId: string,
  now: Instant,
): Promise<{ readonly step: DueStep; readonly next: DueStep | null } | null> {
  const session = await lockSession(tx, sessionId);
  const step = session && (await dueStepOf(tx, session));
  if (!session || !step || step.at > now) return null;
  const { sequence } = session;
  const request = {
    sessionId,
    expectedSequence: sequence,
    commandId: `step:${sequence}:${now}`,
    now,
  };
  const { events, nextStep = null } = await takeStep(tx, session, request, step);
  return events.length > 0 ? { step, next: nextStep } : null;
}

async function lookIn(
  tx: Database,
  authorizer: Authorizer,
  request: LookRequest,
): Promise<LookResult> {
  const { sessionId, expectedSequence, commandId, now } = request;
  const session = await lockSession(tx, sessionId);
  if (!session) throw new Error(`There is no session ${sessionId} to look after.`);
  if (session.sequence > expectedSequence) {
    // Somebody else's events, or those of this very look whose answer was lost.
    return { events: await eventsAfter(tx, sessionId, expectedSequence), next: now };
  }
  const step = await dueStepOf(tx, session);
  if (step && step.at <= now) return takeStep(tx, session, request, step);
  const situation = await situationIn(tx, authorizer, session);
  const { events, next } = lookAfter(session, situation, now);
  if (events.length === 0) return { events, next, nextStep: step };
  const append = { sessionId, expectedSequence, commandId, actor: routingActor, grant: null };
  const result = await appendTo(tx, { ...append, events });
  return { events, next, nextStep: stepAfter(result) };
}

const slaActor = { kind: 'desk', rule: 'sla' } as const;

/** Does what a promise's step says; whatever else is due comes with the next look, which is now. */
async function takeStep(
  tx: Database,
  session: Session,
  { sessionId, expectedSequence, commandId, now }: LookRequest,
  step: DueStep,
): Promise<LookResult> {
  const events = judge(session, { type: 'sla-step', step }, { actor: slaActor, now });
  if (isRefusal(events)) return { events: [], next: now };
  const append = { sessionId, expectedSequence, commandId, actor: slaActor, grant: null };
  const result = await appendTo(tx, { ...append, events });
  return { events, next: now, nextStep: stepAfter(result) };
}

function stepAfter(result: AppendResult): DueStep | null {
  return result.kind === 'appended' ? (result.nextStep ?? null) : null;
}

/** Who is there, how busy, and what the session's channel says; choices of one technician come one after the other. */
export async function situationIn(
  tx: Database,
  authorizer: Authorizer,
  session: Session,
): Promise<RoutingSituation> {
  const routing = await channelRoutingIn(tx, session.channel);
  const base = { routing, system: null, defaultChannel: '' };
  if (!isRoutable(session)) return { ...base, staff: [] };
  const { default: defaultChannel } = await openChannelsIn(tx);
  if (routing.mode === 'open-queue') {
    return { ...base, defaultChannel, staff: claimersOnly(authorizer, session.channel) };
  }
  await rowsOf(tx, "select pg_advisory_xact_lock(hashtextextended('routing', 2))");
  const staff = await staffSnapshot(tx, authorizer, session.channel);
  return { routing, staff, defaultChannel, system: await systemIn(tx, session) };
}

async function systemIn(db: Database, { device }: Session): Promise<string | null> {
  if (!device) return null;
  const found = await rowOf<{ system: string | null }>(
    db,
    `select concat_ws(' ', info ->> 'system', info ->> 'version') as system
     from devices where id = :id`,
    { id: device.id },
  );
  return found?.system ?? null;
}
