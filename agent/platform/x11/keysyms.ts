/** Keys that the DOM names and that print nothing; X's number for each. */
const named: Readonly<Record<string, number>> = {
  Backspace: 0xff08,
  Tab: 0xff09,
  Enter: 0xff0d,
  Pause: 0xff13,
  ScrollLock: 0xff14,
  Escape: 0xff1b,
  Home: 0xff50,
  ArrowLeft: 0xff51,
  ArrowUp: 0xff52,
  ArrowRight: 0xff53,
  ArrowDown: 0xff54,
  PageUp: 0xff55,
  PageDown: 0xff56,
  End: 0xff57,
  PrintScreen: 0xff61,
  Insert: 0xff63,
  ContextMenu: 0xff67,
  NumLock: 0xff7f,
  Shift: 0xffe1,
  Control: 0xffe3,
  CapsLock: 0xffe5,
  Alt: 0xffe9,
  Meta: 0xffeb,
  AltGraph: 0xfe03,
  Delete: 0xffff,
  AudioVolumeMute: 0x1008ff12,
  AudioVolumeDown: 0x1008ff11,
  AudioVolumeUp: 0x1008ff13,
};

/** Keys that stand on a keyboard more than once, by their place. */
const placed: Readonly<Record<string, number>> = {
  ShiftRight: 0xffe2,
  ControlRight: 0xffe4,
  MetaRight: 0xffec,
  NumpadEnter: 0xff8d,
};

const functionKey = /^F([1-9]|1\d|2[0-4])$/;
const f1 = 0xffbe;
const unicodeKeysyms = 0x01000000;

/**
 * X's number for a key as the DOM names it, or null for a key that has none here, such as a dead key.
 * @param key `KeyboardEvent.key`, such as `a`, `é` or `ArrowLeft`
 * @param code `KeyboardEvent.code`, which tells left from right
 */
export function keysymOf(key: string, code: string): number | null {
  const fixed = placed[code] ?? named[key];
  if (fixed !== undefined) return fixed;
  const number = functionKey.exec(key)?.[1];
  if (number !== undefined) return f1 + Number(number) - 1;
  const point = key.codePointAt(0);
  if (point === undefined || String.fromCodePoint(point) !== key) return null;
  return keysymOfPoint(point);
}

function keysymOfPoint(point: number): number | null {
  const isLatin = (point >= 0x20 && point <= 0x7e) || (point >= 0xa0 && point <= 0xff);
  if (isLatin) return point;
  return point >= 0x100 ? unicodeKeysyms + point : null;
}
