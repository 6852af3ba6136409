/** Why a device takes no control just now though it is allowed, in the order in which they go out to a viewer. */
export const controlPauses = [
  'user-active',
  'desk-unreachable',
  'question',
  'paused-by-user',
] as const;
export type ControlPause = (typeof controlPauses)[number];

/** Whether a value is one of the reasons. */
export function isControlPause(value: unknown): value is ControlPause {
  return controlPauses.some((pause) => pause === value);
}
