/** Why the device does not take control just now, or null while it does. */
export type PauseReason = 'user-active' | 'desk-unreachable' | 'question' | 'paused-by-user';

/** What the device says of itself beside the picture. */
export type DeviceStatus =
  | { readonly type: 'screen'; readonly width: number; readonly height: number }
  | { readonly type: 'control'; readonly paused: boolean; readonly reason: PauseReason | null };

const reasons: readonly unknown[] = [
  'user-active',
  'desk-unreachable',
  'question',
  'paused-by-user',
];

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
    return { type: 'control', paused, reason: isReason(reason) ? reason : null };
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

function isReason(value: unknown): value is PauseReason {
  return reasons.includes(value);
}
