import { setTimeout as wait } from 'node:timers/promises';
import { isWindow } from '../../workflows/domain/picture/room-names.js';
import type { SchemaMediaTicket } from '../../api/generated/openapi.js';
import { JanusClient, type JanusEvent } from './janus-client.js';
import type { JanusLine } from './janus-line.js';
import { RoomSeat, type Place } from './room-seat.js';
import { VideoWay } from './video-way.js';
import { Viewer, type ViewerEnds } from './viewer.js';
import { newPeer, type VideoTrack } from './webrtc.js';

const firstPause = 250;
const longestPause = 2000;

/** Where the helper gets its tickets. */
export interface MediaDoor {
  /** The desk's address. */
  readonly origin: string;
  mediaTicket(): Promise<SchemaMediaTicket>;
}

export interface MediaListener {
  /** A technician came into the room. */
  readonly viewer: ViewerEnds;
  /** The track of the video, asked for when somebody first needs it. */
  videoTrack(): VideoTrack;
  /** Whether the screen is being sent. */
  sending(sending: boolean): void;
  /** Whether the video gets through to the room now. */
  videoUp(isUp: boolean): void;
}

/** The helper's place in the session's room, kept through lost sockets, lost paths and restarts of the relay until it is closed. */
export class MediaLink {
  readonly #door: MediaDoor;
  readonly #video: VideoWay;
  readonly #listener: MediaListener;
  readonly #end = new AbortController();
  readonly #viewers = new Map<string, Viewer>();
  /** The technicians' feeds in the room, whether there is a viewer for them or not. */
  readonly #present = new Set<string>();
  readonly #opening = new Set<string>();
  #line: JanusLine | undefined;
  #place: Place | undefined;
  #seat: RoomSeat | undefined;
  #mending = false;

  constructor(door: MediaDoor, listener: MediaListener) {
    this.#door = door;
    this.#listener = listener;
    this.#video = new VideoWay({
      track: () => listener.videoTrack(),
      up: (isUp) => {
        listener.videoUp(isUp);
      },
    });
    void this.#mend();
  }

  /** Whether somebody needs the video now. */
  needVideo(needed: boolean): void {
    this.#video.need(needed);
  }

  close(): void {
    this.#end.abort();
    this.#video.close();
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
    else if (!this.#seat) void this.#mend();
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
    try {
      const old = this.#line?.client;
      if (old && this.#seat && (await this.#reclaimed(client, old.session))) return;
      this.#drop();
      await this.#join(client, ticket);
    } finally {
      // Sent out while we came in: what was dropped then did not know this client yet.
      if (this.#line?.client !== client) client.close();
    }
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
    const participants = (await this.#seat?.participants(client)) ?? [];
    const feeds = participants.flatMap(feedOf).filter((feed) => !this.#viewers.has(feed));
    for (const feed of feeds) void this.#listen(feed);
  }

  async #join(client: JanusClient, ticket: SchemaMediaTicket): Promise<void> {
    const line: JanusLine = { client, handles: new Map(), newPeer };
    this.#line = line;
    this.#place = ticket;
    await client.create();
    const seat = await RoomSeat.take(line, ticket, {
      heard: ({ data }) => {
        this.#meet(data);
        this.#part(data['leaving'] ?? data['unpublished']);
      },
      lost: () => {
        this.#restart();
      },
    });
    // Janus may say in one breath that we are in and that we are out again.
    if (line !== this.#line) throw new Error('The seat was lost as soon as it was taken.');
    this.#seat = seat;
    this.#video.sitOn(seat);
    this.#listener.sending(true);
  }

  #hear(handle: number, event: JanusEvent): void {
    this.#line?.handles.get(handle)?.hear(event);
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
    if (!isWindow(feed)) return;
    this.#part(feed);
    this.#present.add(feed);
    if (this.#opening.has(feed)) return;
    this.#opening.add(feed);
    while (this.#isThere(feed) && !(await this.#open(feed))) {
      await wait(longestPause, undefined, { signal: this.#end.signal }).catch(() => undefined);
    }
    this.#opening.delete(feed);
  }

  #isThere(feed: string): boolean {
    return this.#present.has(feed) && !this.#end.signal.aborted;
  }

  /** Answers false when the technician cannot be reached now, though they are in the room. */
  async #open(feed: string): Promise<boolean> {
    const [line, place] = [this.#line, this.#place];
    if (!line || !place) return false;
    try {
      const viewer = await Viewer.open(line, place, feed, this.#listener.viewer, () => {
        this.#viewers.delete(feed);
        void this.#listen(feed);
      });
      if (line === this.#line && this.#isThere(feed)) this.#viewers.set(feed, viewer);
      else viewer.close();
      return true;
    } catch {
      // The technician left again, or the socket was lost; if they are there still, they are met again.
      return line !== this.#line;
    }
  }

  #part(feed: unknown): void {
    if (typeof feed !== 'string') return;
    this.#present.delete(feed);
    this.#viewers.get(feed)?.close();
    this.#viewers.delete(feed);
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
    if (this.#seat) this.#listener.sending(false);
    this.#video.sitOn(undefined);
    for (const viewer of this.#viewers.values()) viewer.close();
    for (const handle of [...(this.#line?.handles.values() ?? [])]) handle.close();
    this.#viewers.clear();
    this.#present.clear();
    this.#seat = undefined;
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
