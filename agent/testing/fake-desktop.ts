import type { ControlMessage } from '../../workflows/domain/control/control-message.js';
import type { Desktop, PersonListener, ScreenListener, Watch } from '../platform/desktop.js';

/** A desktop for specs, on which nothing is shown and everything is noted. */
export class FakeDesktop implements Desktop {
  readonly size = { width: 1280, height: 720 };
  readonly injected: ControlMessage[] = [];
  readonly screens = new Set<ScreenListener>();
  readonly #persons = new Set<PersonListener>();
  releases = 0;
  closed = false;

  watchScreen(listener: ScreenListener): Watch {
    this.screens.add(listener);
    return { close: () => this.screens.delete(listener) };
  }

  watchPerson(listener: PersonListener): Watch {
    this.#persons.add(listener);
    return { close: () => this.#persons.delete(listener) };
  }

  inject(message: ControlMessage): void {
    this.injected.push(message);
  }

  releaseAll(): void {
    this.releases += 1;
  }

  close(): void {
    this.closed = true;
  }

  /** The person touches their mouse. */
  touch(): void {
    for (const person of this.#persons) person.touched();
  }

  /** The person presses the stop key. */
  stop(): void {
    for (const person of this.#persons) person.stopped();
  }
}
