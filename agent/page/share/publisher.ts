import { DeskRefusal } from '../desk/desk-error.js';
import type { MediaTicket } from '../desk/shapes.js';
import type { Picture } from '../state/model.js';
import { JanusConnection, type Loss } from './janus-connection.js';

const shortestWaitMs = 250;
const longestWaitMs = 4_000;
/** A connection that broke sooner than this is made again with a pause, in case it breaks each time. */
const steadyAfterMs = 5_000;
const statusEveryMs = 1_000;

/** What a publisher needs from its surroundings. */
export interface PublisherPorts {
  /** A fresh ticket; throws DeskRefusal when this device may not send any more. */
  readonly ticket: () => Promise<MediaTicket>;
  readonly picture: (picture: Picture) => void;
}

/** Keeps one screen on its way to the technician, through restarts of the relay, of Janus and of the line. */
export class Publisher {
  readonly #track: MediaStreamTrack;
  readonly #ports: PublisherPorts;
  readonly #telling: ReturnType<typeof setInterval>;
  #connection: JanusConnection | null = null;
  #claimable = false;
  #busy = false;
  #closed = false;
  #waitMs = shortestWaitMs;
  #connectedAt = -Infinity;

  constructor(track: MediaStreamTrack, ports: PublisherPorts) {
    this.#track = track;
    this.#ports = ports;
    this.#telling = setInterval(() => {
      this.#tell();
    }, statusEveryMs);
  }

  /** Connects, and goes on connecting for as long as it takes. */
  start(): void {
    this.#ports.picture('connecting');
    void this.#connect();
  }

  /** While paused the picture is black: the browser sends nothing of the screen. */
  pause(paused: boolean): void {
    this.#track.enabled = !paused;
    this.#tell();
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#telling);
    this.#connection?.close();
  }

  async #connect(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    if (performance.now() - this.#connectedAt > steadyAfterMs) this.#waitMs = shortestWaitMs;
    else await this.#pause();
    while (!this.#closed && (await this.#attempt()) === 'again') await this.#pause();
    this.#connectedAt = performance.now();
    this.#busy = false;
  }

  /** Waits, each time longer. */
  #pause(): Promise<void> {
    const milliseconds = this.#waitMs;
    this.#waitMs = Math.min(milliseconds * 2, longestWaitMs);
    return new Promise((resolve) => setTimeout(resolve, milliseconds));
  }

  async #attempt(): Promise<'done' | 'refused' | 'again'> {
    try {
      const ticket = await this.#ports.ticket();
      await (this.#claimable ? this.#reclaim(ticket) : this.#publish(ticket));
      if (this.#closed) this.#connection?.close();
      this.#ports.picture('flowing');
      return 'done';
    } catch (error) {
      // A refusal ends the attempts; the live stream says why. All else heals with time.
      return error instanceof DeskRefusal ? 'refused' : 'again';
    }
  }

  async #publish(ticket: MediaTicket): Promise<void> {
    this.#connection?.close();
    const connection = new JanusConnection((loss) => {
      this.#lose(connection, loss);
    });
    this.#connection = connection;
    await connection.publish(ticket, this.#track);
    this.#claimable = true;
    this.#tell();
  }

  async #reclaim(ticket: MediaTicket): Promise<void> {
    try {
      await this.#connection?.reclaim(ticket);
    } catch (error) {
      // Janus has forgotten the session, as after its own restart: the next attempt joins anew.
      this.#claimable = false;
      throw error;
    }
  }

  #lose(connection: JanusConnection, loss: Loss): void {
    if (connection !== this.#connection || this.#closed) return;
    if (loss === 'media') this.#claimable = false;
    // The picture itself flows past the relay, so only its loss is worth a word.
    if (loss === 'media' || !this.#claimable) this.#ports.picture('recovering');
    void this.#connect();
  }

  #tell(): void {
    const { width, height } = this.#track.getSettings();
    if (width && height) this.#connection?.tell({ type: 'screen', width, height });
    const paused = !this.#track.enabled;
    this.#connection?.tell({ type: 'control', paused, reason: paused ? 'paused-by-user' : null });
  }
}
