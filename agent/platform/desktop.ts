import type { ControlMessage } from '../../workflows/domain/control/control-message.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A part of the screen in its pixels. */
export interface Area extends Size {
  readonly x: number;
  readonly y: number;
}

/** The whole screen: one word a pixel, `0x00RRGGBB`, row after row without gaps. */
export interface Picture extends Size {
  readonly pixels: Uint32Array;
}

/** The pointer as the screen shows it; its picture is one word a pixel, alpha premultiplied. */
export interface PointerShape extends Size {
  readonly serial: number;
  readonly hotX: number;
  readonly hotY: number;
  readonly pixels: Uint32Array;
}

/** What is told of a watched screen. A picture is lent until the next one is told or the watch is closed; its pixels change with the screen, but only before a call. */
export interface ScreenListener {
  /** Parts of the screen changed. The first call, and one after each change of size, covers all of it. */
  changed(picture: Picture, parts: readonly Area[]): void;
  /** The pointer stands there now, in pixels of the screen. */
  pointerMoved(x: number, y: number): void;
  pointerShaped(shape: PointerShape): void;
}

/** Something that goes on until it is closed; closing twice is closing once. */
export interface Watch {
  close(): void;
}

/** What the person at the device does with their own hands. */
export interface PersonListener {
  /** They touched their own mouse or keyboard. */
  touched(): void;
  /** They pressed the stop key: Esc three times. */
  stopped(): void;
}

/** The desktop of the person: what it shows, what can be done on it, and what they do themselves. */
export interface Desktop {
  readonly size: Size;
  /** Pictures of the screen as it changes, until closed. No picture is taken after that. */
  watchScreen(listener: ScreenListener): Watch;
  /** Tells what the person does; never what was injected. */
  watchPerson(listener: PersonListener): Watch;
  /** Does on the desktop what the message says. Unknown keys are passed over. */
  inject(message: ControlMessage): void;
  /** Lets go of every button and key that an injected message still holds. */
  releaseAll(): void;
  /** Lets go of everything and ends every watch. */
  close(): void;
}

/** The desktop cannot be used; the message is a sentence for the person. */
export class DesktopUnavailable extends Error {
  override readonly name = 'DesktopUnavailable';
}
