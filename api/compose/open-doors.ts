import type { Express } from 'express';
import type { LiveFeed } from '../../activities/store/feed/live-feed.js';
import type { TlsConfig } from '../config.js';
import type { Desk } from '../desk.js';
import { closeServer, createDeskServer, listen } from './listen.js';
import { startRounds } from './start-rounds.js';

/** Where the desk is to be reached, and what it follows meanwhile. */
export interface DoorsOptions {
  readonly feed: LiveFeed;
  readonly host: string;
  readonly port: number;
  readonly tls: TlsConfig | null;
  readonly onError: (error: unknown) => void;
}

/** A desk that takes callers. */
export interface OpenDoors {
  /** Ends streams and sockets so that they come again elsewhere, and waits so many milliseconds for answers under way. */
  close(graceMs: number): Promise<void>;
}

/** Lets the desk follow what changes, do its rounds, and take callers. */
export async function openDoors(
  app: Express,
  desk: Desk,
  { feed, host, port, tls, onError }: DoorsOptions,
): Promise<OpenDoors> {
  await feed.start();
  const live = [desk.staffStreams, desk.deviceStreams, desk.relay];
  for (const part of live) part.start();
  feed.onDirectoryChange(() => {
    desk.organisation.look().catch(onError);
    desk.policyOffice.source.follow().catch(onError);
  });
  const rounds = startRounds(desk, onError);
  const server = createDeskServer(app, desk.relay, tls);
  await listen(server, host, port);
  return {
    async close(graceMs) {
      await rounds.stop();
      for (const part of live) part.stop();
      await closeServer(server, graceMs);
      await feed.stop();
    },
  };
}
