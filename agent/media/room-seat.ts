import { setTimeout as wait } from 'node:timers/promises';
import type { JanusClient, JanusEvent } from './janus-client.js';
import type { JanusLine, OpenHandle } from './janus-line.js';
import { MediaPeer } from './media-peer.js';
import { mostKilobits, withStartBitrate } from './start-bitrate.js';
import { webrtc, type IceServer, type VideoTrack } from './webrtc.js';

/** Janus says when it has hung up, which must not be taken for the end of a later video. */
const hangUpPatience = 1_000;

/** Where somebody joins, and as whom. */
export interface Place {
  readonly room: string;
  readonly participant: string;
  readonly iceServers: readonly IceServer[];
}

/** What a seat tells. */
export interface SeatListener {
  /** The room says something, such as who has come. */
  heard(event: JanusEvent): void;
  /** The seat is lost. */
  lost(): void;
}

/** The device's own seat in the room: it hears who else is there, and sends the video while that is wanted. */
export class RoomSeat implements OpenHandle {
  readonly #line: JanusLine;
  readonly #place: Place;
  readonly #id: number;
  readonly #listener: SeatListener;
  #video: MediaPeer | undefined;
  #hungUp: (() => void) | undefined;

  private constructor(line: JanusLine, place: Place, id: number, listener: SeatListener) {
    this.#line = line;
    this.#place = place;
    this.#id = id;
    this.#listener = listener;
    line.handles.set(id, this);
  }

  /** Joins the room, and tells who is there already. Throws JanusRefusal. */
  static async take(line: JanusLine, place: Place, listener: SeatListener): Promise<RoomSeat> {
    const { client } = line;
    const id = await client.attach();
    const seat = new RoomSeat(line, place, id, listener);
    const { room, participant } = place;
    listener.heard(
      await client.ask(id, { request: 'join', ptype: 'publisher', room, id: participant }),
    );
    return seat;
  }

  /** Who is in the room and sends something. */
  async participants(client: JanusClient): Promise<readonly unknown[]> {
    const { room } = this.#place;
    const { data } = await client.ask(this.#id, { request: 'listparticipants', room });
    const participants: unknown = data['participants'];
    return Array.isArray(participants) ? (participants as readonly unknown[]) : [];
  }

  /**
   * Sends a video from now on, and resolves when it is described. Throws JanusRefusal.
   * @param up called when it gets through, and again when it no longer does
   */
  async sendVideo(track: VideoTrack, up: (isUp: boolean) => void): Promise<void> {
    const { client } = this.#line;
    const video = new MediaPeer(this.#line, this.#id, this.#place.iceServers, {
      connected: () => {
        up(true);
      },
      failed: () => {
        this.#video = undefined;
        up(false);
      },
    });
    this.#video = video;
    video.connection.addTrack(track, new webrtc.MediaStream());
    const offer = await video.connection.createOffer();
    await video.connection.setLocalDescription(offer);
    const bitrate = mostKilobits * 1000;
    const { jsep } = await client.ask(this.#id, { request: 'publish', bitrate }, offer);
    if (jsep) await video.describe({ ...jsep, sdp: withStartBitrate(jsep.sdp) });
  }

  /** Sends no video any more; resolves when the room knows and has hung up. Throws JanusRefusal. */
  async endVideo(): Promise<void> {
    this.#video?.close();
    this.#video = undefined;
    const hungUp = new Promise<void>((resolve) => {
      this.#hungUp = resolve;
    });
    await this.#line.client.ask(this.#id, { request: 'unpublish' });
    await Promise.race([hungUp, wait(hangUpPatience)]);
    this.#hungUp = undefined;
  }

  hear(event: JanusEvent): void {
    this.#video?.hear(event);
    if (event.kind === 'event') this.#listener.heard(event);
    if (event.kind === 'hangup') this.#hangUp();
    const isKicked = event.kind === 'event' && event.data['reason'] === 'kicked';
    if (isKicked || event.kind === 'detached') this.#listener.lost();
  }

  close(): void {
    this.#video?.close();
    this.#video = undefined;
    if (this.#line.handles.delete(this.#id)) this.#line.client.detach(this.#id);
  }

  #hangUp(): void {
    if (this.#hungUp) this.#hungUp();
    else this.#video?.fail();
  }
}
