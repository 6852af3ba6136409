import type { SchemaPerson } from '../api/generated/openapi.js';
import type { DeskClient } from './desk/desk-client.js';
import type { Front } from './window/view.js';

/** Fetches each technician's picture once. */
export class FaceFinder {
  readonly #client: DeskClient;
  readonly #front: Front;
  readonly #asked = new Set<string>();

  constructor(client: DeskClient, front: Front) {
    this.#client = client;
    this.#front = front;
  }

  find(people: readonly (SchemaPerson | null | undefined)[]): void {
    for (const person of people) if (person) void this.#fetch(person);
  }

  async #fetch({ key, face }: SchemaPerson): Promise<void> {
    if (this.#asked.has(key)) return;
    this.#asked.add(key);
    try {
      this.#front.setFace(key, await this.#client.face(face));
    } catch {
      // Initials stand in for a picture that cannot be had; the next session asks again.
    }
  }
}
