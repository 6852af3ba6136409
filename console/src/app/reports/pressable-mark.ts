import { Directive, input, output } from '@angular/core';

/** A mark of a plot that can be pressed, by pointer and by key, and says what it is. */
@Directive({
  selector: '[mdMark]',
  host: {
    role: 'button',
    tabindex: '0',
    '[attr.aria-label]': 'mdMark()',
    '(click)': 'press.emit()',
    '(keydown.enter)': 'press.emit()',
    '(keydown.space)': '$event.preventDefault(); press.emit()',
  },
})
export class PressableMark {
  readonly mdMark = input.required<string>();
  readonly press = output();
}
