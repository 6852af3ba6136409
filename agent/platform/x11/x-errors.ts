import koffi from 'koffi';
import { xErrorHandler, xlib } from './xlib.js';

let handler: bigint | undefined;
let count = 0;

/**
 * Makes errors of the X server a number instead of the end of the process: a window that vanished
 * while it was spoken of is nothing to die of. Call again after a library installed its own handler.
 */
export function surviveXErrors(): void {
  handler ??= koffi.register(() => {
    count += 1;
    return 0;
  }, koffi.pointer(xErrorHandler));
  xlib.setErrorHandler(handler);
}

/** How many errors the X server has reported so far. */
export function xErrorCount(): number {
  return count;
}
