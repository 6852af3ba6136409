import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { DeskProblem } from '../../agent/desk/desk-problem.js';
import { WillingDevice } from '../../deploy/desktop/willing-device.js';
import type { House } from '../../deploy/supervisor/house.js';
import { DeskRefused, type TechnicianDesk } from '../../deploy/technician/technician-desk.js';
import type { Fault, StepName } from './plan.js';

/** What became of a session that was lived through a fault. */
export interface Lived {
  readonly sessionId: string;
  /** The commands that the desk has acknowledged, by their ids. */
  readonly acknowledged: readonly string[];
  /** What the desk said no to although its state allowed it. */
  readonly refused: readonly string[];
}

const patience = 90_000;

/** Lives a whole session while one part is killed at one of its steps; whoever gets no answer sends the same again. */
export async function liveThrough(
  fault: Fault,
  { house, desk }: { house: House; desk: TechnicianDesk },
): Promise<Lived> {
  const life = new Life(fault, house);
  const invitation = { name: 'Aaron Whitfield', subject: 'It is slow', channel: 'design-mac' };
  const { session, link } = await life.step('invite', (key) =>
    desk.invite({ ...invitation, assign: 'queue' }, key),
  );
  const { id } = session;
  const deviceKey = randomBytes(24).toString('base64url');
  const device = await life.step('join', () => WillingDevice.follow(link.url, deviceKey));
  try {
    await life.step('claim', (key) => desk.claim(id, key));
    await life.untilActive(id, desk);
    await life.step('say', (key) => desk.say(id, 'I see it.', key));
    await life.step('hold', (key) => desk.hold(id, 'waiting-user', key));
    await life.step('close', (key) => desk.close(id, 'solved', key));
  } finally {
    device.close();
  }
  return { sessionId: id, acknowledged: life.acknowledged, refused: life.refused };
}

class Life {
  readonly acknowledged: string[] = [];
  readonly refused: string[] = [];
  readonly #fault: Fault;
  readonly #house: House;

  constructor(fault: Fault, house: House) {
    this.#fault = fault;
    this.#house = house;
  }

  /** Takes a step under one key until it is answered, and lets the fault happen when it is due. */
  async step<T>(name: StepName, send: (key: string) => Promise<T>): Promise<T> {
    const key = randomUUID();
    const { part, step, afterMs } = this.#fault;
    if (step === name && afterMs === null) await this.#house.kill(part);
    const answer = this.#insist(name, () => send(key));
    if (step === name && afterMs !== null) {
      await pause(afterMs);
      await this.#house.kill(part);
    }
    const answered = await answer;
    // Joining and writing have ids of their own in the record.
    if (name !== 'join' && name !== 'say') this.acknowledged.push(key);
    return answered;
  }

  /** Asks for the screen until the user has said yes: a question that nobody could answer in time is asked again. */
  async untilActive(id: string, desk: TechnicianDesk): Promise<void> {
    const stateOf = () => this.#insist('look', () => desk.session(id));
    const deadline = performance.now() + patience;
    let { state, question, connection } = await stateOf();
    while (state !== 'active') {
      if (performance.now() > deadline) throw new Error(`Session ${id} did not become active.`);
      if (question === null && connection === 'connected') {
        await this.step('start', (key) => desk.start(id, ['view', 'control'], key)).catch(notYet);
      }
      await pause(100);
      ({ state, question, connection } = await stateOf());
    }
  }

  async #insist<T>(name: string, send: () => Promise<T>): Promise<T> {
    const deadline = performance.now() + patience;
    for (;;) {
      try {
        return await send();
      } catch (error) {
        const final = refusalIn(error);
        if (final !== null) {
          if (!passing.includes(final)) this.refused.push(`${name}: ${final}`);
          throw error;
        }
        if (performance.now() > deadline) throw error;
        await pause(100); // The desk is on its way back.
      }
    }
  }
}

/** Between two looks the device may have gone, or the question may have been asked after all. */
const passing: readonly string[] = ['/problems/device-absent', '/problems/question-open'];

function notYet(error: unknown): void {
  const refusal = refusalIn(error);
  if (refusal === null || !passing.includes(refusal)) throw error;
}

/** The problem's type when the desk has said no for good; null while it only cannot answer. */
function refusalIn(error: unknown): string | null {
  if (error instanceof DeskRefused && error.problem.status < 500) return error.problem.type;
  if (error instanceof DeskProblem && !error.passing) return error.code;
  return null;
}
