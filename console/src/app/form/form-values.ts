/** A form's answers by the names of its fields, trimmed. */
export class FormValues {
  readonly #data: FormData;

  constructor(form: HTMLFormElement) {
    this.#data = new FormData(form);
  }

  text(name: string): string {
    const value = this.#data.get(name);
    return typeof value === 'string' ? value.trim() : '';
  }

  /** Null where nothing was written. */
  maybe(name: string): string | null {
    const text = this.text(name);
    return text === '' ? null : text;
  }

  number(name: string): number {
    return Number(this.text(name));
  }

  /** What was written between commas, each once. */
  list(name: string): string[] {
    const parts = this.text(name).split(',');
    return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))];
  }

  /** The values of the boxes that are ticked. */
  ticked(name: string): string[] {
    return this.#data.getAll(name).filter((value) => typeof value === 'string');
  }

  /** One of the values that are on offer, or the first. */
  choice<Value extends string>(name: string, offered: readonly [Value, ...Value[]]): Value {
    return offered.find((value) => value === this.text(name)) ?? offered[0];
  }
}
