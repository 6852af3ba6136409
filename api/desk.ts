import type { WebhookSecrets } from '../activities/notices/webhook-secret.js';
import type { SessionCommands } from '../activities/commands/session-commands.js';
import type { StoredHappenings } from './audit/happening-log.js';
import type { CodeWaits } from './doors/code-waits.js';
import type { DoorGate } from './doors/door-gate.js';
import type { DeskStores } from './desk-stores.js';
import type { components } from './generated/openapi.js';
import type { CookieJar } from './http/cookies.js';
import type { DeskSight } from './live/desk-sight.js';
import type { DeviceStreams } from './live/device-streams.js';
import type { GuestPasses } from './live/guest-passes.js';
import type { Presence } from './live/presence.js';
import type { StaffStreams } from './live/staff-streams.js';
import type { RelayDoor } from './media/relay-door.js';
import type { MediaTickets } from './media/media-tickets.js';
import type { DecisionJournal } from './policy/decision-journal.js';
import type { OrganisationWatch } from './policy/organisation-watch.js';
import type { PolicyDesk } from './policy/policy-desk.js';
import type { PolicyOffice } from './policy/policy-office.js';
import type { Readiness } from './health/readiness.js';
import type { IdentityProvider } from './sign-in/identity-provider.js';
import type { ConsentRules } from './sessions/consent-rules.js';
import type { SessionViews } from './sessions/session-views.js';
import type { Faces } from './static/faces.js';

/** Everything that an operation may use, put together in `compose.ts`. */
export interface Desk {
  readonly settings: DeskSettings;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly policy: PolicyDesk;
  /** Where the policy itself is changed. */
  readonly policyOffice: PolicyOffice;
  /** Where the policy's decisions are noted. */
  readonly decisions: DecisionJournal;
  /** Where what happens often is noted for the audit. */
  readonly happenings: StoredHappenings;
  /** What users may be asked for, channel by channel. */
  readonly consent: Pick<ConsentRules, 'of'>;
  readonly organisation: OrganisationWatch;
  readonly identity: IdentityProvider;
  readonly commands: Pick<SessionCommands, 'send' | 'begin'>;
  readonly stores: DeskStores;
  readonly views: SessionViews;
  readonly presence: Presence;
  readonly staffStreams: StaffStreams;
  readonly deviceStreams: DeviceStreams;
  readonly guestPasses: GuestPasses;
  /** How far this process may be behind what was decided. */
  readonly sight: DeskSight;
  readonly doorGate: DoorGate;
  readonly codeWaits: CodeWaits;
  readonly media: MediaTickets;
  readonly relay: RelayDoor;
  readonly faces: Faces;
  readonly readiness: Readiness;
}

/** What is fixed while the process runs. */
export interface DeskSettings {
  readonly organisation: string;
  readonly version: string;
  readonly publicUrl: URL;
  readonly cookies: CookieJar;
  readonly keys: DeskKeys;
  readonly webhookSecrets: WebhookSecrets;
  /** Whether there is a mail server. */
  readonly mails: boolean;
  readonly helpers: readonly HelperDownload[];
}

export type HelperDownload = components['schemas']['HelperDownload'];

/** Keys for what the desk signs or seals, each derived from the root key. */
export interface DeskKeys {
  readonly link: Buffer;
  /** Codes are stored under it, so that the table tells nothing. */
  readonly code: Buffer;
  /** Signs the work that a desk asks of who tries too often. */
  readonly doorWork: Buffer;
  readonly driver: Buffer;
  readonly mediaTicket: Buffer;
  readonly signInTransaction: Buffer;
  /** Answers that a repetition gets are sealed under it. */
  readonly keptAnswer: Buffer;
}
