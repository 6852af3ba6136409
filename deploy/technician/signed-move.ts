import { createHmac } from 'node:crypto';
import {
  type ControlPosition,
  encodeControl,
  macLength,
} from '../../workflows/domain/control/control-message.js';

/**
 * A message that moves the mouse, as a console signs it.
 * @param key the driver's, base64url
 * @param place by shares of the screen
 */
export function signedMove(
  position: ControlPosition,
  key: string,
  place: { readonly x: number; readonly y: number } = { x: 0.5, y: 0.5 },
): Uint8Array {
  const said = encodeControl(position, { kind: 'pointer-move', ...place });
  const code = createHmac('sha256', Buffer.from(key, 'base64url')).update(said).digest();
  return Buffer.concat([said, code.subarray(0, macLength)]);
}
