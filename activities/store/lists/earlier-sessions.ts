import type { Session } from '../../../workflows/domain/session/session.js';

/** What tells which sessions a person had before: a condition on sessions `s`, and what is bound in it. */
export interface SamePerson {
  readonly condition: string;
  readonly bindings: Readonly<Record<string, string>>;
}

/**
 * Whoever the directory knows is known by that alone, for names are shared by many. Anybody else by
 * their address together with their name, or else by the device that they come with; null for a
 * person of whom nothing of this is known.
 */
export function samePersonAs({ requesterId, requester, device }: Session): SamePerson | null {
  if (requesterId !== null) {
    return { condition: 's.requester_id = :requesterId', bindings: { requesterId } };
  }
  const { name, address } = requester;
  if (address !== null) {
    const condition = 's.requester_name = :name and s.requester_address = :address';
    return { condition, bindings: { name, address } };
  }
  return device && { condition: withSameDevice, bindings: { deviceId: device.id } };
}

// Each session has a row of its own for the device; the key is the device's.
const withSameDevice = `s.id in (
  select other.session_id from devices own join devices other on other.key_hash = own.key_hash
  where own.id = :deviceId
)`;
