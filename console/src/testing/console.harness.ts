import { ComponentHarness, type TestElement, TestKey } from '@angular/cdk/testing';
import { until } from './until.js';

/** The console in the words of who uses it: what they read, press, type and choose. */
export class ConsoleHarness extends ComponentHarness {
  static hostSelector = 'md-root, [ng-version]';

  readonly #rows = this.locatorForAll('md-queue-row-line');

  /** Waits until a text can be read somewhere. */
  async reads(text: string): Promise<void> {
    await until(`“${text}” can be read`, async () => (await this.text()).includes(text));
  }

  /** Waits until a text can be read nowhere any more. */
  async noLongerReads(text: string): Promise<void> {
    await until(`“${text}” is gone`, async () => !(await this.text()).includes(text));
  }

  async text(): Promise<string> {
    return (await this.host()).text();
  }

  /** The names in the list, from top to bottom as they are shown. */
  async names(): Promise<readonly string[]> {
    const links = await this.locatorForAll('.row-link')();
    const placed = await Promise.all(
      links.map(async (link) => ({
        name: await link.text(),
        top: (await link.getDimensions()).top,
      })),
    );
    return placed.sort((a, b) => a.top - b.top).map(({ name }) => name);
  }

  /** How many rows are really drawn. */
  async drawnRows(): Promise<number> {
    return (await this.#rows()).length;
  }

  /** Presses the button, tab or link with this name. */
  async press(name: string): Promise<void> {
    await (await this.#named('button:not(:disabled), a', name)).click();
  }

  /** Whether a button with this name can be pressed. */
  async offers(name: string): Promise<boolean> {
    return (await this.#find('button:not(:disabled), a', name)) !== null;
  }

  /** Types into the field with this label, in place of what stood there. */
  async fill(label: string, text: string): Promise<void> {
    const field = await this.#field(label);
    await field.clear();
    if (text !== '') await field.sendKeys(text);
    // As a browser does when the field is left.
    await field.dispatchEvent('change');
  }

  /** Presses Enter in the field with this label. */
  async enter(label: string): Promise<void> {
    await (await this.#field(label)).sendKeys(TestKey.ENTER);
  }

  /** Goes down a line from the field with this label. */
  async down(label: string): Promise<void> {
    await (await this.#field(label)).sendKeys(TestKey.DOWN_ARROW);
  }

  /** What stands in the field with this label. */
  async filledIn(label: string): Promise<string> {
    return (await this.#field(label)).getProperty<string>('value');
  }

  /** What is said to be wrong with what stands in the field with this label; nothing where nothing is. */
  async faultAt(label: string): Promise<string> {
    const field = await this.#field(label);
    if ((await field.getAttribute('aria-invalid')) !== 'true') return '';
    const ids = (await field.getAttribute('aria-describedby'))?.split(' ') ?? [];
    const said = ids.map((id) => this.locatorForOptional(`#${id} .fault`)());
    const found = (await Promise.all(said)).filter((one) => one !== null);
    return (await Promise.all(found.map((one) => one.text()))).join(' ');
  }

  /** Whether what is typed now goes into the field with this label. */
  async isAt(label: string): Promise<boolean> {
    return (await this.#field(label)).isFocused();
  }

  /** Ticks or unticks the box with this label. */
  async toggle(label: string): Promise<void> {
    const all = await this.locatorForAll('label.option, label.target, .segments label')();
    const wanted = await this.#firstWith(all, label);
    if (!wanted) throw new Error(`There is no choice “${label}”.`);
    await wanted.click();
  }

  /** Moves the pointer onto the list, or away from it. */
  async pointAtList(on: boolean): Promise<void> {
    const list = await this.locatorFor('#queue-list')();
    await list.dispatchEvent(on ? 'pointerenter' : 'pointerleave');
  }

  async #field(label: string): Promise<TestElement> {
    for (const one of await this.locatorForAll('label')()) {
      const id = (await one.text()).startsWith(label) ? await one.getAttribute('for') : null;
      if (id) return this.locatorFor(`#${id}`)();
    }
    throw new Error(`There is no field “${label}”.`);
  }

  async #named(selector: string, name: string): Promise<TestElement> {
    await until(
      `there is “${name}” to press`,
      async () => (await this.#find(selector, name)) !== null,
    );
    const found = await this.#find(selector, name);
    if (!found) throw new Error(`There is no “${name}”.`);
    return found;
  }

  async #find(selector: string, name: string): Promise<TestElement | null> {
    const dialog = await this.locatorForOptional('dialog[open]')();
    // Before an open dialog, nothing else can be pressed.
    const reach = selector
      .split(', ')
      .map((one) => (dialog ? `dialog[open] ${one}` : one))
      .join(', ');
    return this.#firstWith(await this.locatorForAll(reach)(), name);
  }

  async #firstWith(elements: readonly TestElement[], name: string): Promise<TestElement | null> {
    for (const element of elements) {
      const label = await element.getAttribute('aria-label');
      if (label === name || (await element.text()).startsWith(name)) return element;
    }
    return null;
  }
}
