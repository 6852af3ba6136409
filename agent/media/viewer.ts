import type { JanusLine } from './janus-line.js';
import { PicturePublisher } from './picture-publisher.js';
import type { Place } from './room-seat.js';
import { pictureFeedOf, technicianOf } from '../../workflows/domain/picture/room-names.js';
import { TechnicianChannel } from './technician-channel.js';

/** What is shown to one technician, and what is made of what they say. */
export interface ViewerEnd {
  hear(bytes: Uint8Array): void;
  close(): void;
}

/** Makes an end for a technician, by their key, that shows the screen by sending bytes. */
export type ViewerEnds = (technician: string, send: (bytes: Uint8Array) => void) => ViewerEnd;

/** One technician in the room: their data in, the screen out. */
export class Viewer {
  readonly #failed: () => void;
  readonly #end: ViewerEnd;
  #channel: TechnicianChannel | undefined;
  #picture: PicturePublisher | undefined;
  #open = true;

  private constructor(technician: string, ends: ViewerEnds, failed: () => void) {
    this.#failed = failed;
    this.#end = ends(technician, (bytes) => {
      this.#picture?.send(bytes);
    });
  }

  /**
   * Takes a technician's feed and opens one for them. Throws JanusRefusal.
   * @param feed theirs, which has a name of its own for each of their windows
   * @param failed called once, when either way has failed
   */
  static async open(
    line: JanusLine,
    place: Place,
    feed: string,
    ends: ViewerEnds,
    failed: () => void,
  ): Promise<Viewer> {
    const viewer = new Viewer(technicianOf(feed), ends, failed);
    try {
      await viewer.#connect(line, place, feed);
      return viewer;
    } catch (error) {
      viewer.close();
      throw error;
    }
  }

  close(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#end.close();
    this.#picture?.handle.close();
    this.#channel?.handle.close();
  }

  async #connect(line: JanusLine, place: Place, feed: string): Promise<void> {
    const fail = (): void => {
      this.#fail();
    };
    this.#channel = await TechnicianChannel.open(
      line,
      place,
      feed,
      (bytes) => {
        if (this.#open) this.#end.hear(bytes);
      },
      fail,
    );
    this.#picture = await PicturePublisher.start(line, place, pictureFeedOf(feed), fail);
  }

  #fail(): void {
    if (!this.#open) return;
    this.close();
    this.#failed();
  }
}
