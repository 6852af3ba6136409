import type { SchemaConsentScope, SchemaDeviceSession } from '../../api/generated/openapi.js';
import { type ConsentDesk, ConsentKeeper } from '../../agent/consent-keeper.js';
import { ControlGate } from '../../agent/control-gate.js';
import { Lease } from '../../agent/desk/lease.js';
import { ControlReceiver } from '../../agent/media/control-receiver.js';
import { LiveScreen } from '../../agent/media/live-screen.js';
import { FakeDesktop } from '../../agent/testing/fake-desktop.js';

type Scopes = readonly SchemaConsentScope[];

const viewer = {
  changed: () => undefined,
  pointerMoved: () => undefined,
  pointerShaped: () => undefined,
  hidden: () => undefined,
};

/** The helper's own parts that decide on picture and input, and what the person has said to them. */
export class HelperSide {
  readonly #desktop = new FakeDesktop();
  readonly #screen = new LiveScreen(this.#desktop);
  readonly #gate = new ControlGate();
  readonly #receiver = new ControlReceiver();
  readonly #lease = new Lease();
  readonly #desk: ConsentDesk;
  #keeper: ConsentKeeper;
  #session: SchemaDeviceSession;
  #paused = false;
  /** What the person allowed with their own hand and has not taken back, counted apart from the helper. */
  readonly #word = new Set<SchemaConsentScope>();
  /** Answers that the desk has not dealt with yet. */
  #answering = 0;
  #heardAt: number;
  #touchedAt = Number.NEGATIVE_INFINITY;
  /** The last message that was obeyed. */
  #obeyed = { epoch: 0, counter: -1 };

  constructor(session: SchemaDeviceSession, desk: ConsentDesk, now: number) {
    this.#session = session;
    this.#desk = desk;
    this.#heardAt = now;
    this.#lease.renew(now, 0);
    this.#screen.listen(viewer);
    this.#keeper = new ConsentKeeper(session, desk);
  }

  get isShowing(): boolean {
    return this.#desktop.screens.size > 0;
  }

  /** The question that the person sees. */
  get question(): SchemaDeviceSession['consent']['question'] {
    return this.#keeper.now().open;
  }

  /** The desk says how the session stands. */
  hear(session: SchemaDeviceSession, now: number): void {
    this.#heardAt = now;
    this.#lease.renew(now, 0);
    if (session.sequence >= this.#session.sequence) {
      this.#session = session;
      this.#keeper.hear(session);
      this.#forgetEnded();
    }
    this.refresh(now);
  }

  /** The desk says that it is there. */
  beat(now: number): void {
    this.#heardAt = now;
    this.#lease.renew(now, 0);
    this.refresh(now);
  }

  /** The person answers what they see; resolves when the desk has dealt with it. */
  async answer(scopes: Scopes, now: () => number): Promise<void> {
    const { question } = this;
    if (!question) return;
    for (const scope of scopes) this.#word.add(scope);
    this.#answering += 1;
    const dealtWith = this.#keeper.answer(question.id, scopes);
    this.refresh(now());
    await dealtWith;
    this.#answering -= 1;
    this.#forgetEnded();
    this.refresh(now());
  }

  takeBack(scopes: Scopes, now: number): void {
    if (scopes.includes('view')) this.#word.clear();
    for (const scope of scopes) this.#word.delete(scope);
    this.#keeper.takeBack(scopes);
    this.#paused = false;
    this.refresh(now);
  }

  leave(now: number): void {
    this.#word.clear();
    this.#keeper.forget();
    this.refresh(now);
  }

  pause(paused: boolean, now: number): void {
    this.#paused = paused;
    this.refresh(now);
  }

  touch(now: number): void {
    this.#touchedAt = now;
    this.#gate.touched(now);
  }

  /** The helper is started anew, and has heard nothing of before from the person. */
  restart(session: SchemaDeviceSession, now: number): void {
    this.#word.clear();
    this.#session = session;
    this.#keeper = new ConsentKeeper(session, this.#desk);
    this.#paused = false;
    this.hear(session, now);
  }

  /** A message comes by a technician's channel; tells what is wrong with its being obeyed, or whether it was. */
  control(technician: string, bytes: Uint8Array, now: number): string | boolean {
    if (!this.#receiver.accept(technician, bytes) || !this.#gate.isOpen(now)) return false;
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const [epoch, counter] = [view.getUint32(2), view.getUint32(6)];
    const wrong = this.#whyNot(technician, { epoch, counter }, now);
    this.#obeyed = { epoch, counter };
    return wrong ?? true;
  }

  /** What is wrong with what is shown now, or null. */
  wrong(): string | null {
    if (!this.isShowing) return null;
    if (!this.#word.has('view')) return 'the screen is shown without the person’s word';
    return this.#paused ? 'the screen is shown while it is paused' : null;
  }

  /** Puts what is allowed at this moment in force. */
  refresh(now: number): void {
    const { effective, open } = this.#keeper.now();
    const view = effective.includes('view');
    this.#gate.set({
      view,
      control: effective.includes('control'),
      paused: this.#paused,
      questionOpen: open !== null,
      leaseHolds: this.#lease.holds(now),
    });
    this.#receiver.setDriver(this.#session.driver);
    if (view && !this.#paused) this.#screen.show();
    else this.#screen.hide();
  }

  #whyNot(
    technician: string,
    { epoch, counter }: { readonly epoch: number; readonly counter: number },
    now: number,
  ): string | null {
    const { driver } = this.#session;
    if (!this.#word.has('view') || !this.#word.has('control'))
      return 'input without the person’s word';
    if (this.#paused) return 'input while paused';
    if (this.question) return 'input while a question was open';
    if (now - this.#heardAt >= 5_000) return 'input without a word of the desk for five seconds';
    if (now - this.#touchedAt < 1_500) return 'input while the person had the mouse';
    if (driver?.technician !== technician || driver.epoch !== epoch)
      return 'input of who does not drive';
    const isNew = epoch > this.#obeyed.epoch || counter > this.#obeyed.counter;
    return isNew ? null : 'input that was obeyed before';
  }

  /** What the desk has ended, or never took, the person must allow anew. */
  #forgetEnded(): void {
    const { state, consent } = this.#session;
    const granted = state === 'active' ? consent.granted : [];
    if (this.#answering > 0) return;
    for (const scope of this.#word) if (!granted.includes(scope)) this.#word.delete(scope);
  }
}
