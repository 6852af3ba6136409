import koffi from 'koffi';
import { peek } from '../platform/native.js';
import { eventProto, ui } from './gtk.js';

/** Presses, keys, wheels and touches as GDK numbers its events; moves and the rest decide nothing. */
const deciding = new Set([4, 5, 6, 7, 8, 9, 31, 37, 38, 39, 40]);
const injectedDevice = 'XTEST';

let ignored = 0;

/**
 * Lets the helper's windows see presses and keys of a person's own mouse and keyboard only. Whatever a
 * program injected, as a technician's control does, never reaches a button, a switch or a text field.
 */
export function obeyPhysicalInputOnly(): void {
  const handler = koffi.register((event: bigint) => {
    if (deciding.has(peek(event, 0, 'int')) && !isPhysical(event)) ignored += 1;
    else ui.passEvent(event);
  }, koffi.pointer(eventProto));
  ui.handleEvents(handler, null, null);
}

/** How many injected presses and keys have been kept from the helper's windows. */
export function ignoredInputs(): number {
  return ignored;
}

function isPhysical(event: bigint): boolean {
  const device = ui.eventSource(event);
  const name = device === null ? null : ui.deviceName(device);
  return name !== null && !name.includes(injectedDevice);
}
