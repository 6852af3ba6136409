import { Injectable, inject, signal } from '@angular/core';
import { MyDesk } from '../desk/my-desk.js';
import { type Named, RoutingApi } from './routing-api.js';

/** Who and what a routing can name, for people to choose from. */
@Injectable()
export class RoutingNames {
  readonly #api = inject(RoutingApi);
  readonly #desk = inject(MyDesk);
  readonly channels = signal<readonly Named[]>([]);
  readonly groups = signal<readonly Named[]>([]);
  readonly technicians = signal<readonly Named[]>([]);
  readonly customers = signal<readonly Named[]>([]);
  readonly sosCalls = signal<readonly Named[]>([]);

  async load(): Promise<void> {
    const [channels, groups, technicians, customers, sosCalls] = await Promise.all([
      this.#api.channels(),
      this.#api.groups(),
      this.#api.technicians(),
      this.#api.customers(),
      this.#api.sosCalls(),
    ]);
    this.channels.set(channels);
    this.groups.set(groups);
    this.technicians.set(technicians);
    this.customers.set(customers);
    this.sosCalls.set(sosCalls);
  }

  channel(key: string): string {
    return nameOf(key, [...this.channels(), ...this.#desk.channels()]);
  }

  group(key: string): string {
    return nameOf(key, this.groups());
  }

  technician(key: string): string {
    return nameOf(key, this.technicians());
  }
}

/** Who is not in sight is still there by key. */
function nameOf(key: string, among: readonly Named[]): string {
  return among.find((one) => one.key === key)?.name ?? key;
}
