import koffi from 'koffi';
import { wakeGtk } from './gtk-loop.js';
import { signalProto, ui, type Widget } from './gtk.js';

const swapped = 2;
const stop = 1;
const goOn = 0;

/** What a handler answers to GTK: whether GTK's own handling is to be left out. */
type Handler = () => boolean;

const handlers = new Map<number, Handler>();
let nextId = 1;
let entrance: bigint | undefined;

/** Connects a signal. The handler runs after GTK is done with the signal, so that it may destroy what sent it. */
export function onSignal(widget: Widget, signal: string, handler: () => void): void {
  const replaces = signal === 'delete-event';
  const id = connect(widget, signal, () => {
    setImmediate(() => {
      handler();
      wakeGtk();
    });
    return replaces;
  });
  const end = connect(widget, 'destroy', () => {
    handlers.delete(id);
    handlers.delete(end);
    return false;
  });
}

function connect(widget: Widget, signal: string, handler: Handler): number {
  // One native entrance serves all: with the data first, what else the signal brings can be left unread.
  entrance ??= koffi.register(
    (id: number) => (handlers.get(id)?.() === true ? stop : goOn),
    koffi.pointer(signalProto),
  );
  const id = nextId;
  nextId += 1;
  handlers.set(id, handler);
  ui.connect(widget, signal, entrance, id, null, swapped);
  return id;
}
