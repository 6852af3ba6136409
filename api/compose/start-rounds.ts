import type { Desk } from '../desk.js';
import { repeat, type Repeated } from '../repeat.js';

/** All that the process does by the clock; each round is written once and stopped with the rest. */
export function startRounds(desk: Desk, onError: (error: unknown) => void): Repeated {
  const { deviceStreams, staffStreams, presence, relay, stores, organisation, sight } = desk;
  const { source } = desk.policyOffice;
  desk.guestPasses.start();
  const rounds = [
    repeat(
      1_000,
      () => {
        deviceStreams.beat();
      },
      onError,
    ),
    repeat(2_000, () => deviceStreams.renew(), onError),
    repeat(
      15_000,
      () => {
        staffStreams.beat();
      },
      onError,
    ),
    repeat(2_000, () => staffStreams.recheck(), onError),
    repeat(10_000, () => relay.beat(), onError),
    repeat(1_000, () => relay.endLost(), onError),
    repeat(
      10_000,
      () => {
        for (const signIn of staffStreams.signIns) presence.noteStaff(signIn);
        return presence.flush();
      },
      onError,
    ),
    // A right that is taken away ends within half a second, also when the notice of it was lost.
    repeat(400, () => sight.look('organisation', () => organisation.look()), onError),
    repeat(400, () => sight.look('policy', () => source.follow()), onError),
    // Changed files stand still for two looks before they count: a second at most.
    repeat(500, () => source.lookAtFiles(), onError),
    repeat(2_000, () => desk.decisions.flush(), onError),
    repeat(
      60_000,
      async () => {
        await stores.codes.sweep();
        await stores.doorBudgets.sweep();
      },
      onError,
    ),
    repeat(
      3_600_000,
      async () => {
        await stores.idempotency.sweep();
        await stores.staffSessions.sweep();
        await stores.mediaSessions.sweep();
      },
      onError,
    ),
  ];
  return {
    stop() {
      for (const round of rounds) round.stop();
      desk.guestPasses.stop();
    },
  };
}
