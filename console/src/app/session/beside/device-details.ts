import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { DeviceCard, DeviceInfo } from '../../desk/contract.js';
import { bytesText } from '../../words/spans.js';
import { Words, type WordKey } from '../../words/words.js';

interface Line {
  readonly name: WordKey;
  readonly value: string;
}

/** What is known of the user's device, in human units; what is not known is left out. */
@Component({
  selector: 'md-device-details',
  template: `
    <dl class="facts">
      @for (line of lines(); track line.name) {
        <div>
          <dt>{{ words.t(line.name) }}</dt>
          <dd>{{ line.value }}</dd>
        </div>
      }
    </dl>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DeviceDetails {
  readonly words = inject(Words);
  readonly card = input.required<DeviceCard>();

  readonly lines = computed<readonly Line[]>(() => {
    const { kind, info } = this.card();
    return [
      this.#line('device.shares', this.words.t(`device.${kind}`)),
      this.#line('device.system', [info.system, info.version].filter(Boolean).join(' ')),
      this.#line('device.build', info.build),
      this.#line('device.architecture', info.architecture),
      this.#line('device.host', info.host),
      this.#line('device.user', this.#user(info)),
      this.#line('device.addresses', info.addresses?.join(', ')),
      this.#line('device.screens', this.#screens(info)),
      this.#line('device.memory', this.#bytes(info.memoryBytes)),
      this.#line('device.disk', this.#disk(info)),
      this.#line('device.locale', this.#locale(info.locale)),
      this.#line('device.timeZone', this.#timeZone(info.timeZone)),
      this.#line('device.helperVersion', info.helperVersion),
    ].flat();
  });

  #line(name: WordKey, value: string | undefined): readonly Line[] {
    return value ? [{ name, value }] : [];
  }

  #user({ user, administrator }: DeviceInfo): string {
    const role =
      administrator === undefined
        ? ''
        : this.words.t(administrator ? 'device.administrator' : 'device.ordinary');
    return [user, role].filter(Boolean).join(' · ');
  }

  #screens({ screens }: DeviceInfo): string | undefined {
    return screens
      ?.map(({ width, height, scale }) => {
        const size = `${width} × ${height}`;
        return scale && scale !== 1 ? `${size} · ${Math.round(scale * 100)}\u00a0%` : size;
      })
      .join('\n');
  }

  #disk({ diskBytes, diskFreeBytes }: DeviceInfo): string | undefined {
    const whole = this.#bytes(diskBytes);
    const free = this.#bytes(diskFreeBytes);
    if (free === undefined) return whole;
    return whole === undefined
      ? this.words.t('device.free', { free })
      : this.words.t('device.freeOf', { free, whole });
  }

  #bytes(bytes: number | undefined): string | undefined {
    return bytes === undefined ? undefined : bytesText(bytes, this.words.locale());
  }

  /** The language by its name, with its tag as the system says it. */
  #locale(tag: string | undefined): string | undefined {
    if (tag === undefined) return undefined;
    try {
      const clean = tag.split('.')[0]?.replace('_', '-') ?? tag;
      const names = new Intl.DisplayNames(this.words.locale(), { type: 'language' });
      return `${names.of(clean) ?? tag} (${tag})`;
    } catch {
      // A RangeError: not a tag of a language, such as “C”.
      return tag;
    }
  }

  /** The zone with the time that it is there now. */
  #timeZone(timeZone: string | undefined): string | undefined {
    if (timeZone === undefined) return undefined;
    try {
      const time = new Intl.DateTimeFormat(this.words.locale(), { timeZone, timeStyle: 'short' });
      return this.words.t('device.timeThere', { zone: timeZone, time: time.format(Date.now()) });
    } catch {
      // A RangeError: a zone that this browser does not know.
      return timeZone;
    }
  }
}
