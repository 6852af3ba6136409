import type { TestClient } from '../../api/testing/test-client-testing.js';
import type { House } from '../supervisor/house.js';
import { clientOf } from './running-media.js';

/** People of the demonstration who are signed in, each with what sends requests in their name. */
export class SignedIn {
  readonly #house: House;
  readonly #clients = new Map<string, TestClient>();

  private constructor(house: House) {
    this.#house = house;
  }

  static async at(house: House, people: readonly string[]): Promise<SignedIn> {
    const signedIn = new SignedIn(house);
    for (const person of people) await signedIn.again(person);
    return signedIn;
  }

  as(person: string): TestClient {
    const client = this.#clients.get(person);
    if (!client) throw new Error(`${person} has not signed in.`);
    return client;
  }

  /** Signs somebody in whose sign-in has ended. */
  async again(person: string): Promise<void> {
    this.#clients.set(person, await clientOf(this.#house, person));
  }
}
