import { read, writeSync } from 'node:fs';
import type { Lane } from './lane.js';

const largestPacket = 65_536;
/** Timers keep whole milliseconds: what is due within the half is on time. */
const onTime = 0.5;

/** Carries packets from one tunnel to another, each when its lane says. */
export class Way {
  readonly #from: number;
  readonly #to: number;
  readonly #lane: Lane;
  readonly #buffer = Buffer.alloc(largestPacket);
  readonly #underWay: { readonly at: number; readonly packet: Buffer }[] = [];
  #next: NodeJS.Timeout | undefined;

  constructor(from: number, to: number, lane: Lane) {
    this.#from = from;
    this.#to = to;
    this.#lane = lane;
    this.#take();
  }

  #take(): void {
    read(this.#from, this.#buffer, 0, largestPacket, null, (error, length) => {
      if (error) throw error;
      this.#carry(this.#buffer.subarray(0, length));
      this.#take();
    });
  }

  #carry(packet: Buffer): void {
    const at = this.#lane.arrivalOf(packet.length, performance.now());
    if (at === null) return;
    this.#underWay.push({ at, packet: Buffer.from(packet) });
    this.#wait();
  }

  #wait(): void {
    const [first] = this.#underWay;
    if (this.#next || !first) return;
    this.#next = setTimeout(
      () => {
        this.#next = undefined;
        this.#deliver();
        this.#wait();
      },
      Math.max(0, first.at - performance.now()),
    );
  }

  #deliver(): void {
    const now = performance.now() + onTime;
    while (this.#underWay[0] && this.#underWay[0].at <= now) {
      const arrived = this.#underWay.shift();
      if (arrived) writeSync(this.#to, arrived.packet);
    }
  }
}
