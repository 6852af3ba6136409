import { repeat, type Repeated } from '../../activities/repeat.js';
import type { Desk } from '../desk.js';

const seconds = 1_000;

/** All that the process does by the clock; each round is written once and stopped with the rest. */
export function startRounds(desk: Desk, onError: (error: unknown) => void): Repeated {
  const { deviceStreams, staffStreams, presence, relay, stores, organisation, sight } = desk;
  const { source } = desk.policyOffice;
  const every = (everyMs: number, work: () => unknown) => repeat(everyMs, work, onError);
  desk.guestPasses.start();
  const rounds = [
    every(1 * seconds, () => {
      deviceStreams.beat();
    }),
    every(2 * seconds, () => deviceStreams.renew()),
    every(15 * seconds, () => {
      staffStreams.beat();
    }),
    every(2 * seconds, () => staffStreams.recheck()),
    every(10 * seconds, () => relay.beat()),
    every(1 * seconds, () => relay.endLost()),
    every(10 * seconds, () => {
      for (const signIn of staffStreams.signIns) presence.noteStaff(signIn);
      return presence.flush();
    }),
    // A right that is taken away ends within half a second, also when the notice of it was lost.
    every(0.4 * seconds, () => sight.look('organisation', () => organisation.look())),
    every(0.4 * seconds, () => sight.look('policy', () => source.follow())),
    // Changed files stand still for two looks before they count: half a second at most.
    every(0.25 * seconds, () => source.lookAtFiles()),
    every(2 * seconds, () => desk.decisions.flush()),
    every(60 * seconds, async () => {
      await stores.codes.sweep();
      await stores.doorBudgets.sweep();
    }),
  ];
  return {
    async stop() {
      await Promise.all(rounds.map((round) => round.stop()));
      desk.guestPasses.stop();
    },
  };
}
