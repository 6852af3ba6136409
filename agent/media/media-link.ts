import { setTimeout as wait } from 'node:timers/promises';
import type { SchemaMediaTicket } from '../../api/generated/openapi.js';
import { JanusClient, type JanusEvent } from './janus-client.js';
import type { JanusLine } from './media-handle.js';
import { ScreenPublisher, type Place } from './screen-publisher.js';
import { TechnicianChannel } from './technician-channel.js';
import type { VideoTrack } from './webrtc.js';

const firstPause = 250;
const longestPause = 2000;
const technicianFeed = /^tech-(.+)$/;

/** Where the helper gets its tickets. */
export interface MediaDoor {
  /** The desk's address. */
  readonly origin: string;
  mediaTicket(): Promise<SchemaMediaTicket>;
}

export interface MediaListener {
  /** Bytes from a technician's data channel, by the technician's key. */
  control(technician: string, bytes: Uint8Array): void;
  /** Whether the screen is being sent. */
  sending(sending: boolean): void;
}

/** The helper's place in the session's room, kept through lost sockets, lost paths and restarts of the relay until it is closed. */
export class MediaLink {
  readonly #door: MediaDoor;
  readonly #track: VideoTrack;
  readonly #listener: MediaListener;
  readonly #end = new AbortController();
  readonly #channels = new Map<string, TechnicianChannel>();
  readonly #opening = new Set<string>();
  #line: JanusLine | undefined;
  #place: Place | undefined;
  #publisher: ScreenPublisher | undefined;
  #mending = false;

  constructor(door: MediaDoor, track: VideoTrack, listener: MediaListener) {
    this.#door = door;
    this.#track = track;
    this.#listener = listener;
    void this.#mend();
  }

  close(): void {
    this.#end.abort();
    this.#drop();
  }

  /** Comes back into the room, trying until it works or the link is closed. */
  async #mend(): Promise<void> {
    if (this.#mending) return;
    this.#mending = true;
    for (
      let pause = firstPause;
      !this.#end.signal.aborted;
      pause = Math.min(pause * 2, longestPause)
    ) {
      try {
        await this.#enter();
        break;
      } catch {
        // The desk, the relay or Janus is not there or does not let us in now; each may be in a moment.
        await wait(pause, undefined, { signal: this.#end.signal }).catch(() => undefined);
      }
    }
    this.#mending = false;
    if (this.#end.signal.aborted) this.#drop();
    else if (!this.#publisher) void this.#mend();
  }

  async #enter(): Promise<void> {
    const ticket = await this.#door.mediaTicket();
    const address = new URL(ticket.socketPath, this.#door.origin.replace(/^http/, 'ws'));
    const client = await JanusClient.open(
      address,
      ticket.ticket,
      (handle, event) => {
        this.#hear(handle, event);
      },
      () => {
        if (this.#line?.client === client) this.#lost();
      },
    );
    const old = this.#line?.client;
    if (old && this.#publisher && (await this.#reclaimed(client, old.session))) return;
    this.#drop();
    await this.#join(client, ticket);
  }

  /** A session that outlived its socket goes on as it was. */
  async #reclaimed(client: JanusClient, session: number): Promise<boolean> {
    try {
      await client.claim(session);
    } catch {
      // Janus was restarted, or gave the session up: there is nothing to go on with.
      return false;
    }
    if (this.#line) this.#line.client = client;
    await this.#meetWhoCameMeanwhile(client);
    return true;
  }

  /** While the socket was lost, nobody told who came. */
  async #meetWhoCameMeanwhile(client: JanusClient): Promise<void> {
    const own = this.#publisher?.handle.id;
    const room = this.#place?.room;
    if (own === undefined || room === undefined) return;
    const { data } = await client.ask(own, { request: 'listparticipants', room });
    const { participants } = data;
    if (!Array.isArray(participants)) return;
    const feeds = participants.flatMap(feedOf).filter((feed) => !this.#channels.has(feed));
    for (const feed of feeds) void this.#listen(feed);
  }

  async #join(client: JanusClient, ticket: SchemaMediaTicket): Promise<void> {
    const line: JanusLine = { client, handles: new Map() };
    this.#line = line;
    this.#place = ticket;
    await client.create();
    const publisher = await ScreenPublisher.start(line, ticket, this.#track, () => {
      this.#restart();
    });
    this.#publisher = publisher;
    this.#listener.sending(true);
    this.#meet(publisher.joined.data);
  }

  #hear(handle: number, event: JanusEvent): void {
    this.#line?.handles.get(handle)?.hear(event);
    if (handle !== this.#publisher?.handle.id || event.kind !== 'event') return;
    if (event.data['reason'] === 'kicked') this.#restart();
    this.#meet(event.data);
    this.#part(event.data['leaving'] ?? event.data['unpublished']);
  }

  /** Listens to every technician that the event names. */
  #meet(data: Readonly<Record<string, unknown>>): void {
    const { publishers } = data;
    if (!Array.isArray(publishers)) return;
    for (const publisher of publishers) {
      const { id } = Object(publisher) as { id?: unknown };
      if (typeof id === 'string') void this.#listen(id);
    }
  }

  async #listen(feed: string): Promise<void> {
    const technician = technicianFeed.exec(feed)?.[1];
    const line = this.#line;
    if (technician === undefined || !line || !this.#place || this.#opening.has(feed)) return;
    this.#opening.add(feed);
    this.#part(feed);
    try {
      const channel = await TechnicianChannel.open(
        line,
        this.#place,
        feed,
        (bytes) => {
          this.#listener.control(technician, bytes);
        },
        () => {
          this.#channels.delete(feed);
        },
      );
      if (line === this.#line) this.#channels.set(feed, channel);
      else channel.handle.close();
    } catch {
      // The technician left again, or the socket was lost; whoever is there after that is met again.
    } finally {
      this.#opening.delete(feed);
    }
  }

  #part(feed: unknown): void {
    if (typeof feed !== 'string') return;
    this.#channels.get(feed)?.handle.close();
    this.#channels.delete(feed);
  }

  /** The socket is gone; Janus keeps the session for a while. */
  #lost(): void {
    if (!this.#end.signal.aborted) void this.#mend();
  }

  /** What was there cannot be kept: leave and join again. */
  #restart(): void {
    if (this.#end.signal.aborted) return;
    this.#drop();
    void this.#mend();
  }

  #drop(): void {
    if (this.#publisher) this.#listener.sending(false);
    for (const handle of [...(this.#line?.handles.values() ?? [])]) handle.close();
    this.#channels.clear();
    this.#publisher = undefined;
    const client = this.#line?.client;
    this.#line = undefined;
    client?.close();
  }
}

/** The feed of a participant who sends something. */
function feedOf(participant: unknown): readonly string[] {
  const { id, publisher } = Object(participant) as { id?: unknown; publisher?: unknown };
  return typeof id === 'string' && publisher === true ? [id] : [];
}
