import { setTimeout as pause } from 'node:timers/promises';
import type { JanusConnection } from './janus-connection.js';
import { type Room, type RoomBook, roomPrefix } from './room.js';

// Janus's own numbers for what does not count as a failure here.
const noSuchRoom = 426;
const roomExists = 427;

/** How long who sends into a room that ends has to leave by themselves, and how often it is looked whether they have. */
const leaveMs = 400;
const lookEvery = 40;

/** The relay said no to something that it should do. */
export class RelayRefusedError extends Error {
  constructor(request: string, reason: string) {
    super(`The media relay refused to ${request}: ${reason}`);
    this.name = 'RelayRefusedError';
  }
}

/** The one door to Janus for control: rooms come and go here, the picture itself passes elsewhere. */
export class MediaRelay {
  readonly #janus: Pick<JanusConnection, 'ask'>;
  readonly #rooms: RoomBook;
  readonly #adminKey: string;

  constructor(janus: Pick<JanusConnection, 'ask'>, rooms: RoomBook, adminKey: string) {
    this.#janus = janus;
    this.#rooms = rooms;
    this.#adminKey = adminKey;
  }

  /** Makes sure that a session's room is there, also after Janus lost all its rooms. */
  async ensureRoom(sessionId: string): Promise<Room> {
    const room = this.#rooms.of(sessionId);
    await this.#ask('create', { ...settingsOf(room), admin_key: this.#adminKey }, roomExists);
    return room;
  }

  /**
   * Ends a session's room and sends everybody out; nothing when there is none. Who sends into it hears
   * of the end elsewhere, and may leave first (docs/decisions/0091).
   */
  async endRoom(sessionId: string): Promise<void> {
    const room = this.#rooms.of(sessionId);
    const latest = performance.now() + leaveMs;
    while ((await this.#hasSenders(room)) && performance.now() < latest) await pause(lookEvery);
    await this.#destroy(room);
  }

  /** The names of all the desk's rooms. */
  async rooms(): Promise<readonly string[]> {
    const { list } = await this.#ask('list', { admin_key: this.#adminKey });
    return listOf(list).flatMap(({ room }) =>
      typeof room === 'string' && room.startsWith(roomPrefix) ? [room] : [],
    );
  }

  /** Ends every one of the named rooms that belongs to none of the sessions; gives how many. */
  async endAllBut(names: readonly string[], sessionIds: readonly string[]): Promise<number> {
    const kept = new Set(sessionIds.map((id) => this.#rooms.of(id).name));
    const orphans = names.filter((name) => !kept.has(name));
    for (const name of orphans) await this.#destroy(this.#rooms.named(name));
    return orphans.length;
  }

  async #hasSenders({ name }: Room): Promise<boolean> {
    const { participants } = await this.#ask('listparticipants', { room: name }, noSuchRoom);
    return listOf(participants).some(({ publisher }) => publisher === true);
  }

  async #destroy({ name, secret }: Room): Promise<void> {
    await this.#ask('destroy', { room: name, secret }, noSuchRoom);
  }

  async #ask(
    request: string,
    fields: Readonly<Record<string, unknown>>,
    ...harmless: readonly number[]
  ): Promise<Readonly<Record<string, unknown>>> {
    const answer = await this.#janus.ask({ request, ...fields });
    const { error, error_code: code } = answer;
    if (code === undefined || harmless.some((one) => one === code)) return answer;
    throw new RelayRefusedError(request, typeof error === 'string' ? error : 'it gave no reason');
  }
}

function settingsOf({ name, pin, secret }: Room): Readonly<Record<string, unknown>> {
  return {
    room: name,
    pin,
    secret,
    is_private: true,
    permanent: false,
    // The device, technicians who only send control messages, and what the device sends to each of them.
    publishers: 40,
    // No limit of the relay's own: the sender estimates what the line carries.
    bitrate: 0,
    videocodec: 'vp8,h264,av1,vp9',
    playoutdelay_ext: true,
    transport_wide_cc_ext: true,
    fir_freq: 10,
    notify_joining: true,
  };
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  if (!Array.isArray(value)) return [];
  return value.filter(
    (entry): entry is Record<string, unknown> => typeof entry === 'object' && entry !== null,
  );
}
