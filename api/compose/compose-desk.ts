import { janusToken } from '../../activities/media/janus-token.js';
import type { SessionCommands } from '../../activities/commands/session-commands.js';
import type { StoredHappenings } from '../audit/happening-log.js';
import type { JanusConfig } from '../../activities/process-config.js';
import type { Desk, DeskSettings } from '../desk.js';
import { CodeWaits } from '../doors/code-waits.js';
import { DoorGate } from '../doors/door-gate.js';
import type { Readiness } from '../health/readiness.js';
import { DeviceStreams } from '../live/device-streams.js';
import { DeskSight } from '../live/desk-sight.js';
import { GuestPasses } from '../live/guest-passes.js';
import { Presence } from '../live/presence.js';
import { StaffStreams } from '../live/staff-streams.js';
import { MediaTickets, type RelayRooms } from '../media/media-tickets.js';
import { RelayDoor } from '../media/relay-door.js';
import type { TurnConfig } from '../media/turn.js';
import { OrganisationWatch } from '../policy/organisation-watch.js';
import { SessionViews } from '../sessions/session-views.js';
import type { IdentityProvider } from '../sign-in/identity-provider.js';
import type { Faces } from '../static/faces.js';
import type { OpenPolicy } from './open-policy.js';
import type { OpenStores } from './open-stores.js';

/** What a desk is put together from. */
export interface DeskParts {
  readonly settings: DeskSettings;
  readonly open: Pick<OpenStores, 'stores' | 'feed'>;
  readonly opened: OpenPolicy;
  readonly happenings: StoredHappenings;
  readonly identity: IdentityProvider;
  readonly commands: Pick<SessionCommands, 'send' | 'begin'>;
  readonly rooms: RelayRooms;
  readonly janus: JanusConfig;
  readonly turn: TurnConfig | null;
  readonly faces: Faces;
  readonly readiness: Readiness;
  readonly onError: (error: unknown) => void;
}

/** Janus asks for a token on every request, so one need not last. */
const tokenLifetimeMs = 60_000;

/** Puts the desk together; its streams and its relay still have to be started. */
export function composeDesk(parts: DeskParts): Desk {
  const { settings, open, opened, commands, rooms, janus, onError } = parts;
  const { policy, consent } = opened;
  const { stores, feed } = open;
  const { keys, organisation, publicUrl } = settings;
  const now = () => Date.now();
  const views = new SessionViews({
    stores,
    policy,
    consent,
    organisation,
    driverKey: keys.driver,
    now,
  });
  const { devices, record, staffSessions, mediaSessions } = stores;
  const staffStreams = new StaffStreams({ feed, policy, consent, staffSessions, now });
  const relay = new RelayDoor({
    publicUrl,
    janusUrl: janus.url,
    ticketKey: keys.mediaTicket,
    janusToken: () => janusToken(janus.tokenSecret, tokenLifetimeMs),
    rooms,
    policy,
    feed,
    record,
    staffSessions,
    mediaSessions,
    now,
    onError,
  });
  const sight = new DeskSight({ feedReadAt: () => feed.readAt, now });
  const deviceStreams = new DeviceStreams({
    feed,
    sight,
    views,
    policy,
    devices,
    commands,
    now,
    onError,
  });
  const tellRights = (): void => {
    staffStreams.rightsChanged();
    deviceStreams.rightsChanged();
    relay.recheck().catch(onError);
  };
  opened.source.onSwap(tellRights);
  const watch = new OrganisationWatch({
    directory: stores.directory,
    policy: opened.inForce,
    consent,
    opened: opened.versions,
    onRights: tellRights,
    onParts(parts) {
      staffStreams.directoryChanged(parts);
    },
  });
  const guestPasses = new GuestPasses({
    feed,
    now,
    onEnd(session, guest) {
      relay.follow(session);
      deviceStreams.refresh(session.id);
      staffStreams.rightEnded(guest);
    },
  });
  return {
    settings,
    now,
    sight,
    guestPasses,
    policy,
    policyOffice: opened.office,
    decisions: opened.journal,
    happenings: parts.happenings,
    consent,
    organisation: watch,
    views,
    identity: parts.identity,
    commands,
    stores,
    faces: parts.faces,
    readiness: parts.readiness,
    presence: new Presence(staffSessions),
    staffStreams,
    doorGate: new DoorGate({ budgets: stores.doorBudgets, key: keys.doorWork, now }),
    codeWaits: new CodeWaits(feed),
    deviceStreams,
    media: new MediaTickets({
      ticketKey: keys.mediaTicket,
      driverKey: keys.driver,
      policy,
      rooms,
      turn: parts.turn,
      now,
    }),
    relay,
  };
}
