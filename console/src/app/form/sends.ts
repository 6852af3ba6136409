import {
  Directive,
  ElementRef,
  Injector,
  afterNextRender,
  effect,
  inject,
  input,
} from '@angular/core';
import type { FormSending } from './form-sending.js';

/** A field at which something is wrong, or what is said of several. */
const wrong = '[aria-invalid=true], md-faults-at > .fault';

/** A form whose faults stand beside their fields: who sends it is led to the first of them. */
@Directive({ selector: 'form[mdSends]' })
export class Sends {
  readonly #form = inject<ElementRef<HTMLFormElement>>(ElementRef);
  readonly #injector = inject(Injector);
  /** By which it is sent. */
  readonly sending = input.required<FormSending>({ alias: 'mdSends' });

  constructor() {
    effect(() => {
      if (this.sending().problem()) this.lead();
    });
  }

  /** Does it once every field has judged what its control was left with, unless one finds something wrong. */
  whenSound(act: () => void): void {
    // Enter leaves a control and sends its form in one breath: what the control then says of it is not yet there.
    afterNextRender(
      () => {
        if (this.#form.nativeElement.checkValidity()) act();
      },
      { injector: this.#injector },
    );
  }

  /** Leads to the first field at which something is wrong, once that is marked. */
  lead(): void {
    afterNextRender(
      () => {
        const first = this.#form.nativeElement.querySelector<HTMLElement>(wrong);
        const folded = first?.closest('details');
        if (folded) folded.open = true;
        first?.focus();
        // What is said of it stands below it, and is to be seen as well.
        first?.closest('.field')?.scrollIntoView({ block: 'nearest' });
      },
      { injector: this.#injector },
    );
  }
}
