import { Directive, ElementRef, effect, inject, input } from '@angular/core';
import { FaultWords, type Fault } from '../words/fault-words.js';
import { Words } from '../words/words.js';
import { Field } from './field.js';

type Written = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What is written or chosen in, within a field; says there what the browser finds wrong, in the console's words. */
@Directive({
  selector: '[mdControl]',
  host: {
    class: 'input',
    '[id]': 'field.fieldId()',
    '[attr.aria-invalid]': 'field.wrong()',
    '[attr.aria-describedby]': 'field.saidBy()',
    '(input)': 'field.mend()',
    '(invalid)': 'refuse($event)',
  },
})
export class Control {
  readonly field = inject(Field);
  readonly #element = inject<ElementRef<Written>>(ElementRef);
  readonly #words = inject(Words);
  readonly #faultWords = inject(FaultWords);
  /** What is wrong with a text that has not the form that is asked for. */
  readonly misshapen = input<Fault['code']>('malformed');

  constructor() {
    effect(() => {
      this.#element.nativeElement.setCustomValidity(this.field.fault() ?? '');
    });
  }

  refuse(event: Event): void {
    // Without this the browser would say it in a bubble, in a language of its own.
    event.preventDefault();
    if (isWritten(event.target)) this.field.refuse(this.#sentence(event.target));
  }

  #sentence(control: Written): string {
    if (control.validity.customError) return control.validationMessage;
    if (control.type === 'number' && control instanceof HTMLInputElement) {
      const { min: least, max: most, step } = control;
      const key = step === 'any' ? 'form.number' : 'form.wholeNumber';
      return this.#words.t(key, { least: this.#number(least), most: this.#number(most) });
    }
    const code = this.#code(control);
    return this.#faultWords.whole({ code, message: '', values: { value: control.value } });
  }

  #number(written: string): string {
    return Number(written).toLocaleString(this.#words.locale());
  }

  #code({ validity, type }: Written): Fault['code'] {
    if (validity.valueMissing) return 'empty';
    if (!validity.typeMismatch) return this.misshapen();
    return type === 'url' ? 'not-a-web-address' : 'not-an-address';
  }
}

function isWritten(target: unknown): target is Written {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}
