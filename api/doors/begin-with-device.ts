import { type NewDevice, deviceIdOf } from '../../activities/store/device-store.js';
import type { Envelope } from '../../workflows/contract.js';
import type { RequestCommand } from '../../workflows/domain/session/commands.js';
import type { Desk } from '../desk.js';
import { linkTokenOf } from '../../activities/links/link-token.js';
import { hashOf } from '../secrets.js';

/** A device that asks before there is a session. */
export type AskingDevice = Omit<NewDevice, 'id'>;

/** A request by a device, which is bound to the session from its beginning. */
export interface BegunRequest {
  readonly id: string;
  readonly actor: Envelope['actor'];
  readonly grant: Envelope['grant'];
  /** The address of a user who asks by themselves. */
  readonly from?: string;
  readonly request: Omit<RequestCommand, 'type' | 'device' | 'sessionId'>;
}

/** Begins a session with its device in it; the same request again only lets the device in anew. */
export async function beginWithDevice(
  { commands, stores, settings }: Pick<Desk, 'commands' | 'stores' | 'settings'>,
  device: AskingDevice,
  { request, ...envelope }: BegunRequest,
): Promise<void> {
  const { sessionId, kind } = device;
  const deviceId = deviceIdOf(sessionId, device.keyHash);
  const bound = { id: deviceId, kind };
  const command: RequestCommand = { ...request, type: 'request', sessionId, device: bound };
  await commands.begin(sessionId, { ...envelope, command });
  // By its link the device comes back after a restart, and the user after the end.
  await stores.links.add(hashOf(linkTokenOf(settings.keys.link, sessionId)), sessionId);
  await stores.devices.admit({ ...device, id: deviceId });
}
