import {
  DestroyRef,
  Directive,
  ElementRef,
  effect,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import type { PointerButton } from '../../../../workflows/domain/control/control-message.js';
import type { ControlSender } from './control-sender.js';
import { type ScreenPlace, type Size, placeAt } from './picture-area.js';

const lineHeight = 40;

/** What the surface needs of a sender. */
export type Driving = Pick<ControlSender, 'move' | 'button' | 'key' | 'wheel' | 'releaseAll'>;

/** Takes mouse and keyboard over a picture and hands them to the driver's sender. */
@Directive({
  selector: '[mdControlSurface]',
  host: {
    '[attr.data-takes-keys]': 'keepsKeys() ? "" : null',
    '(pointermove)': 'move($event)',
    '(pointerdown)': 'press($event)',
    '(pointerup)': 'lift($event)',
    '(pointercancel)': 'letGo()',
    '(contextmenu)': 'swallow($event)',
    '(keydown)': 'type($event, true)',
    '(keyup)': 'type($event, false)',
    '(blur)': 'leave()',
  },
})
export class ControlSurface {
  readonly sender = input<Driving | null>(null);
  /** The size of the picture that lies within, whole and in proportion; null while there is none. */
  readonly pictureSize = input<Size | null>(null);
  /** The technician asked for their own keyboard back. */
  readonly released = output();
  readonly #surface = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly #held = new Set<string>();
  /** Who drove and is cut off for a moment goes on typing: the console must not take that for its own keys. */
  readonly keepsKeys = linkedSignal<Driving | null, boolean>({
    source: this.sender,
    computation: (sender, before) => sender !== null || before?.value === true,
  });

  constructor() {
    const turn = (event: WheelEvent) => {
      this.#turn(event);
    };
    const hide = () => {
      if (document.hidden) this.letGo();
    };
    // Not through the host: a wheel listener must say that it is not passive.
    this.#surface.addEventListener('wheel', turn, { passive: false });
    document.addEventListener('visibilitychange', hide);
    inject(DestroyRef).onDestroy(() => {
      this.letGo();
      document.removeEventListener('visibilitychange', hide);
    });
    effect((cleanUp) => {
      const sender = this.sender();
      cleanUp(() => sender?.releaseAll());
    });
  }

  move(event: PointerEvent): void {
    const place = this.#place(event);
    if (place && (place.inside || event.buttons !== 0)) this.sender()?.move(place);
  }

  press(event: PointerEvent): void {
    const sender = this.sender();
    const place = this.#place(event);
    const button = buttonOf(event);
    if (!sender || !place?.inside || button === null) return;
    event.preventDefault();
    this.#surface.focus();
    this.#surface.setPointerCapture(event.pointerId);
    sender.button(place, button, true);
  }

  lift(event: PointerEvent): void {
    const place = this.#place(event);
    const button = buttonOf(event);
    if (!place || button === null) return;
    event.preventDefault();
    this.sender()?.button(place, button, false);
  }

  type(event: KeyboardEvent, down: boolean): void {
    if (!this.keepsKeys()) return;
    const sender = this.sender();
    event.preventDefault();
    event.stopPropagation();
    if (down && event.ctrlKey && event.altKey && event.key === 'Home') {
      this.#surface.blur();
      this.released.emit();
    } else if (sender && !event.repeat && event.code !== '') this.#stroke(sender, event, down);
  }

  leave(): void {
    this.letGo();
    if (!this.sender()) this.keepsKeys.set(false);
  }

  letGo(): void {
    this.#held.clear();
    this.sender()?.releaseAll();
  }

  swallow(event: Event): void {
    if (this.sender()) event.preventDefault();
  }

  #stroke(sender: Driving, { code, key }: KeyboardEvent, down: boolean): void {
    // A key that went down elsewhere comes up here too; the device need not hear of it.
    if (!down && !this.#held.delete(code)) return;
    if (down) this.#held.add(code);
    sender.key(code, key, down);
  }

  #turn(event: WheelEvent): void {
    const sender = this.sender();
    const place = this.#place(event);
    if (!sender || !place?.inside) return;
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : lineHeight;
    sender.wheel(place, event.deltaX * unit, event.deltaY * unit);
  }

  #place(event: MouseEvent): ScreenPlace | null {
    const size = this.pictureSize();
    return size && placeAt(event, this.#surface.getBoundingClientRect(), size);
  }
}

function buttonOf({ button }: PointerEvent): PointerButton | null {
  return button === 0 || button === 1 || button === 2 ? button : null;
}
