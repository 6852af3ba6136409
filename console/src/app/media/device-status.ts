import {
  type ControlPause,
  isControlPause,
} from '../../../../workflows/domain/picture/control-pause.js';

/** What a device that shows its screen from a browser says of itself beside the picture. */
export type DeviceStatus =
  | { readonly type: 'screen'; readonly width: number; readonly height: number }
  | { readonly type: 'control'; readonly paused: boolean; readonly reason: ControlPause | null };

/** A status of the device, or null for anything else that comes over the channel. */
export function deviceStatusOf(data: unknown): DeviceStatus | null {
  const found = fieldsOf(data);
  if (found?.['type'] === 'screen') {
    const width = found['width'];
    const height = found['height'];
    return isSize(width) && isSize(height) ? { type: 'screen', width, height } : null;
  }
  if (found?.['type'] === 'control') {
    const reason = found['reason'];
    const paused = found['paused'] === true;
    return { type: 'control', paused, reason: isControlPause(reason) ? reason : null };
  }
  return null;
}

function fieldsOf(data: unknown): Readonly<Record<string, unknown>> | null {
  if (typeof data !== 'string') return null;
  try {
    const parsed: unknown = JSON.parse(data);
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : null;
  } catch {
    // A SyntaxError: not text of ours.
    return null;
  }
}

function isSize(value: unknown): value is number {
  return typeof value === 'number' && value > 0;
}
