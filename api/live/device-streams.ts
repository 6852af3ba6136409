import { randomUUID } from 'node:crypto';
import type { Change, LiveFeed } from '../../activities/store/feed/live-feed.js';
import type { DeviceStore } from '../../activities/store/device-store.js';
import { hasEnded, type Session } from '../../workflows/domain/session/session.js';
import type { SendableCommand } from '../../activities/commands/update-of.js';
import type { DeviceCaller } from '../callers.js';
import { RefusedError } from '../../activities/commands/command-errors.js';
import type { SessionCommands } from '../../activities/commands/session-commands.js';
import type { PolicyDesk } from '../policy/policy-desk.js';
import { shownMessage } from '../sessions/chat-message.js';
import type { SessionViews } from '../sessions/session-views.js';
import type { DeskSight } from './desk-sight.js';
import { encodeEvent, type EventSink } from './event-sink.js';

interface Stream {
  readonly sink: EventSink;
  readonly deviceId: string;
  readonly sessionId: string;
}

/** What the streams need of the world. */
export interface DeviceStreamsOptions {
  readonly feed: Pick<LiveFeed, 'subscribe'>;
  readonly views: SessionViews;
  readonly policy: PolicyDesk;
  readonly devices: Pick<DeviceStore, 'renew'>;
  readonly commands: Pick<SessionCommands, 'send'>;
  readonly sight: Pick<DeskSight, 'ageMs'>;
  readonly now: () => number;
  readonly onError: (error: unknown, sessionId: string) => void;
}

/** How long a device may be without a stream before it counts as lost, in milliseconds. */
const goneAfterMs = 3_000;

/**
 * The live streams of the users' devices at this process. An open stream is the device's presence:
 * opening brings it back, and when it stays closed the session hears that the device is lost.
 */
export class DeviceStreams {
  readonly #options: DeviceStreamsOptions;
  readonly #streams = new Set<Stream>();
  readonly #leaving = new Map<string, NodeJS.Timeout>();
  readonly #returning = new Set<string>();
  #unsubscribe: (() => void) | null = null;

  constructor(options: DeviceStreamsOptions) {
    this.#options = options;
  }

  start(): void {
    this.#unsubscribe = this.#options.feed.subscribe((changes) => {
      for (const change of changes) this.#tell(change);
    });
  }

  /** Ends all streams without a word about presence: the devices will come again at once. */
  stop(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    for (const timer of this.#leaving.values()) clearTimeout(timer);
    this.#leaving.clear();
    const streams = [...this.#streams];
    this.#streams.clear();
    for (const { sink } of streams) sink.close();
  }

  get size(): number {
    return this.#streams.size;
  }

  async add(sink: EventSink, { deviceId, session }: DeviceCaller): Promise<void> {
    const stream: Stream = { sink, deviceId, sessionId: session.id };
    this.#streams.add(stream);
    sink.onClose(() => {
      this.#left(stream);
    });
    clearTimeout(this.#leaving.get(deviceId));
    this.#leaving.delete(deviceId);
    sink.send(this.#lease());
    await this.#options.devices.renew([deviceId]);
    await this.#bringBack(session);
    await this.#show(stream);
  }

  /** Tells every device that the desk is there, and how far it sees; a helper without it pauses control. */
  beat(): void {
    const lease = this.#lease();
    for (const { sink } of this.#streams) sink.send(lease);
  }

  /** Rights have changed: a device must know at once who may no longer drive. */
  rightsChanged(): void {
    for (const stream of this.#streams) void this.#show(stream);
  }

  /** Rights in one session have changed though nothing has happened in it. */
  refresh(sessionId: string): void {
    for (const stream of this.#streams) if (stream.sessionId === sessionId) void this.#show(stream);
  }

  /** Notes in the store which devices are there. */
  renew(): Promise<void> {
    const present = new Set([...this.#streams].map(({ deviceId }) => deviceId));
    return this.#options.devices.renew([...present]);
  }

  #left(stream: Stream): void {
    if (!this.#streams.delete(stream) || this.#isHere(stream.deviceId)) return;
    const timer = setTimeout(() => {
      this.#leaving.delete(stream.deviceId);
      void this.#say(stream.sessionId, { type: 'lose-device' });
    }, goneAfterMs);
    this.#leaving.set(stream.deviceId, timer);
  }

  #isHere(deviceId: string): boolean {
    return [...this.#streams].some((stream) => stream.deviceId === deviceId);
  }

  /** Whose stream is open is there, whatever a sweep or another process has made of it meanwhile. */
  async #bringBack(session: Session): Promise<void> {
    if (hasEnded(session) || session.connection === 'connected') return;
    if (this.#returning.has(session.id)) return;
    this.#returning.add(session.id);
    await this.#say(session.id, { type: 'return-device' });
    this.#returning.delete(session.id);
  }

  #tell(change: Change): void {
    const { session } = change.row;
    for (const stream of this.#streams) {
      if (stream.sessionId !== session.id) continue;
      if (change.kind === 'message') {
        const { authorizer } = this.#options.policy;
        const shown = shownMessage(change.message, authorizer, session.requester.name);
        stream.sink.send(encodeEvent('message', shown));
      } else {
        void this.#bringBack(session);
        void this.#show(stream);
      }
    }
  }

  async #show({ sink, sessionId }: Stream): Promise<void> {
    try {
      sink.send(encodeEvent('session', await this.#options.views.device(sessionId)));
    } catch (error) {
      // The database is away. The stream ends, and the device sees the session when it comes again.
      this.#options.onError(error, sessionId);
      sink.close();
    }
  }

  async #say(sessionId: string, command: SendableCommand): Promise<void> {
    const actor = { kind: 'desk', rule: 'presence' } as const;
    try {
      await this.#options.commands.send(sessionId, {
        id: randomUUID(),
        actor,
        grant: null,
        command,
      });
    } catch (error) {
      // Refused: the session has ended meanwhile, or another process was faster.
      if (error instanceof RefusedError) return;
      // Away: the lease in the store tells the sweeper.
      this.#options.onError(error, sessionId);
    }
  }

  #lease(): Buffer {
    const { sight, now } = this.#options;
    return encodeEvent('lease', { at: new Date(now()).toISOString(), ageMs: sight.ageMs() });
  }
}
