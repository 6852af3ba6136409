import type { SchemaDeviceSession } from '../../api/generated/openapi.js';
import { driverKeyOf } from '../../api/media/driver-key.js';
import { mayDrive } from '../../api/media/may-drive.js';
import { whyNoPicture } from '../../api/media/media-standing.js';
import { PolicyDesk } from '../../api/policy/policy-desk.js';
import { ProblemError } from '../../api/problems/problem-error.js';
import { deviceSession } from '../../api/sessions/device-session.js';
import type { Action } from '../../workflows/domain/policy/actions.js';
import type { SessionCommand } from '../../workflows/domain/session/commands.js';
import { isRefusal } from '../../workflows/domain/session/decision.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import { judge } from '../../workflows/domain/session/judge.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { Actor, ConsentScope } from '../../workflows/domain/session/vocabulary.js';
import type { Rights } from './rights.js';

const driverKey = Buffer.alloc(32, 5);
const nowhere = { kind: 'staff', csrfToken: '', signInHash: '', address: '' } as const;
const unheard = { note: () => undefined };

/** After these, whatever was allowed is over. */
const endings: ReadonlySet<SessionEvent['type']> = new Set<SessionEvent['type']>([
  'disconnected',
  'closed',
  'abandoned',
  'expired',
]);

/** The desk of one session: the domain's rules, the policy, and what the API makes of both for the device and the relay. */
export class DeskSide {
  #session: Session;
  #rights: Rights;
  readonly #policy = new PolicyDesk(() => this.#rights.authorizer, unheard, unheard);
  /** What of the user's own words has arrived here, counted apart from the domain. */
  readonly #word = new Set<ConsentScope>();
  readonly #keys = new Map<number, string>();

  constructor(begun: Session, rights: Rights) {
    this.#session = begun;
    this.#rights = rights;
  }

  get session(): Session {
    return this.#session;
  }

  get rights(): Rights {
    return this.#rights;
  }

  /** Other rights are in force. */
  swap(rights: Rights): void {
    this.#rights = rights;
  }

  /** A technician's command, as far as the policy and the session let it. */
  ask(
    technician: string,
    actions: readonly Action[],
    command: SessionCommand,
    now: number,
  ): boolean {
    try {
      const may = this.#policy.actionsOn(this.#session, technician);
      // A refusal costs more than all the rest, and most of chance's wishes are refused.
      if (!actions.every((action) => may.includes(action))) return false;
      this.#policy.requireAll({ ...nowhere, technician }, this.#session, actions);
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
    return this.#do({ kind: 'technician', key: technician }, command, now);
  }

  /** The user's word arrives. */
  hear(
    command: Extract<SessionCommand, { type: 'consent' | 'abandon' | 'reopen' }>,
    now: number,
  ): void {
    const done = this.#do({ kind: 'user' }, command, now);
    if (!done || command.type !== 'consent') return;
    if (command.answer === 'withdraw') this.#takeBack(command.scopes);
    else if (command.answer === 'grant' && this.#session.state === 'active') {
      for (const scope of command.scopes) this.#word.add(scope);
    }
  }

  /** What the desk does by itself. */
  act(command: SessionCommand, now: number): void {
    this.#do({ kind: 'desk', rule: 'a-rule' }, command, now);
  }

  /** What the device is told. */
  shown(now: number): SchemaDeviceSession {
    const session = this.#session;
    return deviceSession({
      session,
      organisation: '',
      authorizer: this.#rights.authorizer,
      watching: new Set(),
      driverKey: this.keyOf(session.driver.epoch),
      mayDrive: mayDrive(session, this.#policy),
      events: null,
      satisfaction: null,
      now,
    });
  }

  /** What is wrong with what the desk lets through now, or null. */
  wrong(now: number, technicians: readonly string[]): string | null {
    const { driver } = this.shown(now);
    if (driver && !this.#may(driver.technician, 'tool.control', 'control')) {
      return `${driver.technician} was given the key to the mouse`;
    }
    const seeing = technicians.filter((technician) => {
      const holder = { kind: 'technician', technician, signInHash: '' } as const;
      return whyNoPicture(this.#session, holder, this.#policy) === null;
    });
    const wrong = seeing.find((technician) => !this.#may(technician, 'tool.view', 'view'));
    return wrong === undefined ? null : `the relay let ${wrong} see`;
  }

  /** The key of an epoch, whoever may know it. */
  keyOf(epoch: number): string {
    const known = this.#keys.get(epoch) ?? driverKeyOf(driverKey, this.#session.id, epoch);
    this.#keys.set(epoch, known);
    return known;
  }

  #may(technician: string, action: 'tool.view' | 'tool.control', scope: ConsentScope): boolean {
    const { assignee, collaborators } = this.#session;
    const isIn =
      technician === assignee ||
      collaborators.some((one) => one.technician === technician && one.joinedAt !== null);
    return isIn && this.#word.has(scope) && this.#rights.may(technician, action);
  }

  #do(actor: Actor, command: SessionCommand, now: number): boolean {
    const events = judge(this.#session, command, { actor, now });
    if (isRefusal(events)) return false;
    this.#session = fold(this.#session, events) ?? this.#session;
    if (events.some(({ type }) => endings.has(type))) this.#word.clear();
    return true;
  }

  #takeBack(scopes: readonly ConsentScope[]): void {
    if (scopes.includes('view')) this.#word.clear();
    for (const scope of scopes) this.#word.delete(scope);
  }
}
