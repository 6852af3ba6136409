import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { Control } from '../../form/control.js';
import { Field } from '../../form/field.js';
import { Icon } from '../../shell/icon.js';
import { Words } from '../../words/words.js';
import {
  begunAt,
  drawn,
  endedAt,
  moved,
  onRaster,
  raster,
  withAnother,
  withOne,
  without,
} from './day-drawing.js';
import { type OpenMinutes, dayEnd, hoursText, readHours } from './hours-text.js';

type Hours = readonly OpenMinutes[];

/** What the pointer is doing: where it went down, how the hours were then, and what its moves change. */
interface Drag {
  readonly begun: number;
  readonly before: Hours;
  readonly change: (before: Hours, begun: number, reached: number) => Hours;
}

/** A day's hours: drawn with the pointer, moved with the keys, or written. */
@Component({
  selector: 'md-day-hours',
  imports: [Control, Field, Icon],
  template: `
    <span
      #track
      class="day-track"
      [class.still]="disabled()"
      (pointerdown)="begin($event)"
      (pointermove)="draw($event)"
      (pointerup)="drag.set(null)"
      (pointercancel)="drag.set(null)"
    >
      @for (open of hours(); track $index) {
        <button
          type="button"
          class="day-span"
          [style.inset-inline-start.%]="share(open.from)"
          [style.width.%]="share(open.to - open.from)"
          [disabled]="disabled()"
          [attr.aria-label]="words.t('sla.hours.one', { day: label(), hours: text([open]) })"
          (keydown)="nudge($event, $index)"
        ></button>
      }
    </span>
    <md-field
      [at]="at()"
      [fieldId]="'hours' + at().replaceAll('/', '-')"
      [label]="words.t('sla.hours.of', { day: label() })"
      [unseen]="true"
      [fault]="wrong() ? words.t('sla.hours.wrong') : null"
    >
      <input
        #field
        mdControl
        class="day-text num"
        spellcheck="false"
        autocomplete="off"
        [disabled]="disabled()"
        [value]="text(hours())"
        [placeholder]="words.t('sla.closed')"
        (input)="wrong.set(false)"
        (change)="write($event)"
      />
    </md-field>
    <button
      class="btn quiet square"
      type="button"
      [disabled]="disabled()"
      [attr.aria-label]="words.t('sla.hours.add', { day: label() })"
      (click)="another()"
    >
      <md-icon name="plus" />
    </button>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DayHours {
  readonly words = inject(Words);
  /** Where it stands in what is sent, such as `/content/week/mon`. */
  readonly at = input.required<string>();
  readonly label = input.required<string>();
  readonly hours = model.required<Hours>();
  readonly disabled = input(false);
  /** What is written cannot be read; other hours come with a text of their own. */
  readonly wrong = linkedSignal({ source: this.hours, computation: () => false });
  readonly drag = signal<Drag | null>(null);
  readonly track = viewChild.required<ElementRef<HTMLElement>>('track');
  readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  readonly text = hoursText;

  share(minutes: number): number {
    return (100 * minutes) / dayEnd;
  }

  another(): void {
    this.hours.set(withAnother(this.hours()));
  }

  /** What cannot be read stays as it was written, and the hours as they were. */
  write({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const read = readHours(target.value);
    this.wrong.set(read === null);
    if (read === null) return;
    this.hours.set(read);
    target.value = hoursText(read);
  }

  nudge(event: KeyboardEvent, index: number): void {
    const changed = this.#nudged(event, index);
    if (!changed) return;
    event.preventDefault();
    this.hours.set(changed);
    if (changed.length < index + 1) this.field().nativeElement.focus();
  }

  begin(event: PointerEvent): void {
    if (this.disabled() || event.button !== 0) return;
    const exact = this.#minuteAt(event);
    const change = this.#changeAt(exact);
    this.drag.set({ begun: onRaster(exact), before: this.hours(), change });
    this.track().nativeElement.setPointerCapture(event.pointerId);
  }

  draw(event: PointerEvent): void {
    const drag = this.drag();
    if (!drag) return;
    const reached = onRaster(this.#minuteAt(event));
    this.hours.set(drag.change(drag.before, drag.begun, reached));
  }

  #nudged(event: KeyboardEvent, index: number): Hours | null {
    const hours = this.hours();
    const one = hours[index];
    if (!one) return null;
    if (event.key === 'Delete' || event.key === 'Backspace') return without(hours, index);
    const step = event.key === 'ArrowRight' ? raster : event.key === 'ArrowLeft' ? -raster : null;
    if (step === null) return null;
    return event.shiftKey ? endedAt(hours, index, one.to + step) : moved(hours, index, step);
  }

  /** An interval is taken by one of its ends, or as a whole; beside them a new one is drawn. */
  #changeAt(minute: number): Drag['change'] {
    const near = (dayEnd * 7) / Math.max(1, this.track().nativeElement.clientWidth);
    const hours = this.hours();
    const taken = hours.findIndex(({ from, to }) => from - near < minute && minute < to + near);
    const one = hours[taken];
    if (!one) {
      return (before, begun, reached) => {
        const found = drawn(before, begun, reached);
        return found ? withOne(before, found) : before;
      };
    }
    const [fromEnd, fromStart] = [Math.abs(one.to - minute), Math.abs(minute - one.from)];
    if (fromEnd < near && fromEnd <= fromStart)
      return (before, _, at) => endedAt(before, taken, at);
    if (fromStart < near) return (before, _, at) => begunAt(before, taken, at);
    return (before, begun, reached) => moved(before, taken, reached - begun);
  }

  #minuteAt({ clientX }: PointerEvent): number {
    const { left, width } = this.track().nativeElement.getBoundingClientRect();
    return ((clientX - left) / Math.max(1, width)) * dayEnd;
  }
}
