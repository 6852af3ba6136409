import type { DirectoryPart } from '../../activities/directory/directory.js';
import type { Change, LiveFeed } from '../../activities/store/feed/live-feed.js';
import type { StaffSessionStore } from '../../activities/store/staff-session-store.js';
import type { StaffCaller } from '../callers.js';
import type { PolicyDesk } from '../policy/policy-desk.js';
import type { ConsentRules } from '../sessions/consent-rules.js';
import { ChangeEncoder } from './change-encoder.js';
import { encodeEvent, type EventSink, heartbeat } from './event-sink.js';
import { type Standing, VisibilityMemory } from './visibility-memory.js';

/** A technician's open stream. While it resumes, changes wait for what came before them. */
interface Console {
  readonly sink: EventSink;
  readonly technician: string;
  readonly signInHash: string;
  waiting: Change[] | null;
}

/** What the streams need of the world. */
export interface StaffStreamsOptions {
  readonly feed: Pick<LiveFeed, 'cursor' | 'since' | 'subscribe'>;
  readonly policy: PolicyDesk;
  readonly consent: Pick<ConsentRules, 'of'>;
  readonly staffSessions: Pick<StaffSessionStore, 'lasting'>;
  readonly now: () => number;
}

/** The live streams of all consoles at this process: each change is read once and encoded once for equals. */
export class StaffStreams {
  readonly #options: StaffStreamsOptions;
  readonly #consoles = new Set<Console>();
  readonly #memory = new VisibilityMemory();
  #unsubscribe: (() => void) | null = null;

  constructor(options: StaffStreamsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#unsubscribe = this.#options.feed.subscribe((changes) => {
      for (const change of changes) this.#tell(change);
    });
  }

  /** Ends all streams; their consoles come again, here or at another process. */
  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    for (const { sink } of this.#consoles) sink.close();
  }

  /** The sign-ins with a stream open here. */
  get signIns(): readonly string[] {
    return [...new Set([...this.#consoles].map(({ signInHash }) => signInHash))];
  }

  get size(): number {
    return this.#consoles.size;
  }

  /** Takes up a console's stream where it left off; without that it begins now. */
  async add(sink: EventSink, { technician, signInHash }: StaffCaller): Promise<void> {
    const console: Console = { sink, technician, signInHash, waiting: [] };
    this.#consoles.add(console);
    sink.onClose(() => this.#consoles.delete(console));
    const { feed } = this.#options;
    if (sink.lastEventId === null) {
      sink.send(Buffer.from(`id: ${feed.cursor}\n\n`));
    } else {
      this.#resume(console, await feed.since(sink.lastEventId));
    }
    const waited = console.waiting ?? [];
    console.waiting = null;
    for (const change of waited) this.#tellOne(console, this.#encoder(change), change, null);
  }

  /** A sign of life to everybody. */
  beat(): void {
    for (const { sink } of this.#consoles) sink.send(heartbeat);
  }

  /** Ends the streams of a sign-in that is over. */
  closeSignIn(signInHash: string): void {
    for (const console of this.#consoles) {
      if (console.signInHash === signInHash) console.sink.close();
    }
  }

  /** Ends the streams of sign-ins that have run out, or were ended where this process did not hear of it. */
  async recheck(): Promise<void> {
    const open = this.signIns;
    const lasting = await this.#options.staffSessions.lasting(open);
    for (const signIn of open) if (!lasting.has(signIn)) this.closeSignIn(signIn);
  }

  /** Rights have changed: who is switched off is cut off, everybody else reads again. */
  rightsChanged(): void {
    const reset = encodeEvent('reset', {});
    for (const { sink, technician } of this.#consoles) {
      if (this.#options.policy.isEnabled(technician)) sink.send(reset);
      else sink.close();
    }
  }

  /** Somebody's right in a session has run out: they read again. */
  rightEnded(technician: string): void {
    const reset = encodeEvent('reset', {});
    for (const console of this.#consoles)
      if (console.technician === technician) console.sink.send(reset);
  }

  /** Parts of the directory have changed: screens that show them read them again. */
  directoryChanged(parts: readonly DirectoryPart[]): void {
    const event = encodeEvent('directory', { parts });
    for (const { sink } of this.#consoles) sink.send(event);
  }

  #resume(console: Console, missed: readonly Change[] | null): void {
    if (missed === null) {
      console.sink.send(encodeEvent('reset', {}, this.#options.feed.cursor));
      return;
    }
    for (const change of missed) this.#tellOne(console, this.#encoder(change), change, null);
  }

  #tell(change: Change): void {
    const before = this.#memory.exchange(change.row.session);
    const encoder = this.#encoder(change);
    for (const console of this.#consoles) {
      if (console.waiting) console.waiting.push(change);
      else this.#tellOne(console, encoder, change, before);
    }
  }

  #tellOne(
    { sink, technician }: Console,
    encoder: ChangeEncoder,
    change: Change,
    before: Standing | null,
  ): void {
    const { policy } = this.#options;
    const { row } = change;
    // A notice is for one person, and changes nothing for anybody else.
    if (change.kind === 'notice' && change.notice.technician !== technician) return;
    if (policy.canSee(row.session, technician)) sink.send(encoder.seenBy(technician));
    else if (this.#couldSee(technician, row.session, before)) sink.send(encoder.gone());
  }

  /** Whether it was in sight before; where that is not known, whether it can have been. */
  #couldSee(technician: string, session: Standing, before: Standing | null): boolean {
    const { policy } = this.#options;
    if (before) return policy.canSee(before, technician);
    return policy.viewer(technician).visible.some(({ channel }) => channel === session.channel);
  }

  #encoder(change: Change): ChangeEncoder {
    const { policy, consent, now } = this.#options;
    return new ChangeEncoder(change, { policy, consent }, now());
  }
}
