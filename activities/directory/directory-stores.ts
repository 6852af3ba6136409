import type { Database } from '../store/database.js';
import { directoryBellChannel, LiveBell } from '../store/feed/live-bell.js';
import { ChannelSessions } from './channel-sessions.js';
import { ChannelStore } from './channel-store.js';
import { CustomerStore } from './customer-store.js';
import type { DirectoryLimits } from './directory-limits.js';
import { DirectoryWriter } from './directory-writer.js';
import { GroupStore } from './group-store.js';
import { RequesterHistory } from './requester-history.js';
import { RequesterImport } from './requester-import.js';
import { RequesterStore } from './requester-store.js';
import { RequestersByTheWay } from './requester-by-the-way.js';
import { RoleStore } from './role-store.js';
import { noMapping, type SignInMapping } from './sign-in-mapping.js';
import { StaffSignIn } from './staff-sign-in.js';
import { SwitchStore } from './switch-store.js';
import { TechnicianStore } from './technician-store.js';

/** All that the directory is managed by. */
export interface DirectoryStores {
  readonly channels: ChannelStore;
  readonly channelSessions: ChannelSessions;
  readonly groups: GroupStore;
  readonly technicians: TechnicianStore;
  readonly roles: RoleStore;
  readonly switches: SwitchStore;
  readonly staffSignIn: StaffSignIn;
  readonly customers: CustomerStore;
  readonly requesters: RequesterStore;
  readonly requestersByTheWay: RequestersByTheWay;
  readonly requesterHistory: RequesterHistory;
  readonly requesterImport: RequesterImport;
}

/** Opens the directory's stores on a database, with one writer behind all of them. */
export function openDirectoryStores(
  db: Database,
  limits: DirectoryLimits,
  mapping: SignInMapping = noMapping,
): DirectoryStores {
  const writer = new DirectoryWriter(db, new LiveBell(db, directoryBellChannel));
  return {
    channels: new ChannelStore(db, writer, limits),
    channelSessions: new ChannelSessions(db),
    groups: new GroupStore(db, writer),
    technicians: new TechnicianStore(db, writer, limits),
    roles: new RoleStore(db, writer, limits),
    switches: new SwitchStore(db, writer),
    staffSignIn: new StaffSignIn(writer, limits, mapping),
    customers: new CustomerStore(db, writer),
    requesters: new RequesterStore(db, writer),
    requestersByTheWay: new RequestersByTheWay(db),
    requesterHistory: new RequesterHistory(db),
    requesterImport: new RequesterImport(writer),
  };
}
