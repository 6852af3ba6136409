import { Directive, ElementRef, afterNextRender, inject, output } from '@angular/core';

/** The second press of what cannot be undone; whoever pressed by key goes on at it. */
@Directive({
  selector: 'button[mdSecondPress]',
  host: { '(click)': 'press($event)' },
})
export class SecondPress {
  readonly mdSecondPress = output();

  constructor() {
    const button = inject<ElementRef<HTMLButtonElement>>(ElementRef);
    afterNextRender(() => {
      // The button of the first press has gone, and the focus with it.
      if (document.activeElement === document.body) button.nativeElement.focus();
    });
  }

  press({ detail }: MouseEvent): void {
    // The second click of a double click has read nothing of what this would do.
    if (detail < 2) this.mdSecondPress.emit();
  }
}
