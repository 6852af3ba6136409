import type { Desk } from '../desk.js';
import type { OrganisationWatch } from '../policy/organisation-watch.js';
import { repeat, type Repeated } from '../repeat.js';

/** All that the process does by the clock; each round is written once and stopped with the rest. */
export function startRounds(
  desk: Desk,
  watch: OrganisationWatch,
  onError: (error: unknown) => void,
): Repeated {
  const { deviceStreams, staffStreams, presence, relay, stores } = desk;
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
    repeat(10_000, () => relay.beat(), onError),
    repeat(
      10_000,
      () => {
        for (const signIn of staffStreams.signIns) presence.noteStaff(signIn);
        return presence.flush();
      },
      onError,
    ),
    // A right that is taken away ends within half a second.
    repeat(400, () => watch.look(), onError),
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
    },
  };
}
