import type { JanusConfig } from '../process-config.js';
import { JanusConnection } from './janus-connection.js';
import { MediaRelay } from './media-relay.js';
import { RoomBook } from './room.js';

/** The media relay with the line to it; both are there until it is closed. */
export interface OpenRelay {
  readonly relay: MediaRelay;
  /** Lets go of the line; again does nothing. */
  close(): void;
}

/** Opens the way to the media relay; the line itself is opened by the first who asks something. */
export function openRelay(janus: JanusConfig, rootKey: Buffer): OpenRelay {
  const line = new JanusConnection(janus.url, janus.tokenSecret);
  return {
    relay: new MediaRelay(line, new RoomBook(rootKey), janus.adminKey),
    close() {
      line.close();
    },
  };
}
