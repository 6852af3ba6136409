import { setTimeout as pause } from 'node:timers/promises';
import { TestClient } from '../../api/testing/test-client-testing.js';
import type { components } from '../../api/generated/openapi.js';
import { LivelyPerson } from '../desktop/lively-person.js';
import type { House } from '../supervisor/house.js';
import { until } from '../supervisor/until.js';
import { signIn } from '../technician/sign-in.js';
import { WiredTechnician } from '../technician/wired-technician.js';

type Schemas = components['schemas'];

/** How long nothing may come before it counts as stopped, in milliseconds. */
const silence = 600;
const lively = 200;

/** What was last seen of something that should stop, in milliseconds after it was asked for. */
export interface Stop {
  readonly picture: number;
  readonly input: number;
}

/** Signs in and gives what sends requests in their name. */
export async function clientOf({ url, secrets }: House, technician: string): Promise<TestClient> {
  const { cookie } = await signIn(url, technician, secrets.MAYDAY_DEMO_PASSWORD);
  const anonymous = new TestClient(url, { Cookie: cookie });
  const me = await anonymous.get<Schemas['Me']>('/api/me');
  return new TestClient(url, {
    Cookie: cookie,
    Origin: new URL(url).origin,
    'X-CSRF-Token': me.body.csrfToken,
  });
}

/** A session at work: somebody's real helper, and technicians who see it and hold its mouse. */
export class RunningMedia {
  readonly id: string;
  readonly person: LivelyPerson;
  readonly #house: House;
  readonly #wired: WiredTechnician[] = [];

  private constructor(house: House, id: string, person: LivelyPerson) {
    this.#house = house;
    this.id = id;
    this.person = person;
  }

  /** Has a technician invite somebody into a channel, who comes and allows everything. */
  static async begin(house: House, technician: TestClient, channel: string): Promise<RunningMedia> {
    const { session, link } = await ask<Schemas['Invitation']>(
      technician,
      'POST',
      '/api/invitations',
      {
        name: 'Aaron Whitfield',
        subject: 'Illustrator closes when I export',
        channel,
      },
    );
    const media = new RunningMedia(house, session.id, new LivelyPerson(link.url));
    await media.#reaches(technician, 'ready');
    const scopes = ['view', 'control'];
    await ask(technician, 'POST', `/api/sessions/${session.id}/start`, { scopes });
    await media.#reaches(technician, 'active');
    return media;
  }

  /** Brings a technician into the room, who sees the picture from when this resolves. */
  async wire(technician: TestClient): Promise<WiredTechnician> {
    const wired = await WiredTechnician.join(this.#house.url, await this.ticketOf(technician));
    this.#wired.push(wired);
    await until('the picture to come', () => isLively(wired.lastPictureAt));
    return wired;
  }

  ticketOf(technician: TestClient): Promise<Schemas['MediaTicket']> {
    return ask(technician, 'POST', `/api/sessions/${this.id}/media-ticket`);
  }

  /** Resolves when the mouse moves by somebody's hand. */
  async isDriven(): Promise<void> {
    await until('input to reach the desktop', () => isLively(this.person.lastInputAt));
  }

  get isDrivenNow(): boolean {
    return isLively(this.person.lastInputAt);
  }

  /** Does something that ends the picture of a technician and whatever input there is, and says when they came last. */
  async stopOfBoth(wired: WiredTechnician, act: () => Promise<unknown>): Promise<Stop> {
    await this.isDriven();
    const began = performance.now();
    await act();
    await until('the picture to stop', () => isSilent(wired.lastPictureAt));
    await until('the input to stop', () => isSilent(this.person.lastInputAt));
    return {
      picture: Math.max(0, wired.lastPictureAt - began),
      input: Math.max(0, this.person.lastInputAt - began),
    };
  }

  /** Does something that ends the input alone, and says when it came last. */
  async stopOfInput(wired: WiredTechnician, act: () => Promise<unknown>): Promise<number> {
    await this.isDriven();
    const began = performance.now();
    await act();
    await until('the input to stop', () => isSilent(this.person.lastInputAt));
    await until('the picture to go on', () => isLively(wired.lastPictureAt));
    return Math.max(0, this.person.lastInputAt - began);
  }

  async leave(): Promise<void> {
    for (const wired of this.#wired) wired.leave();
    this.person.leave();
    // What is under way to the relay may still arrive.
    await pause(0);
  }

  async #reaches(technician: TestClient, state: string): Promise<void> {
    await until(`the session to be ${state}`, async () => {
      return (
        (await ask<Schemas['SessionDetail']>(technician, 'GET', `/api/sessions/${this.id}`))
          .state === state
      );
    });
  }
}

/** Sends a request that must succeed; throws with what the desk answered instead. */
export async function ask<Body>(
  client: TestClient,
  method: string,
  path: string,
  body?: unknown,
): Promise<Body> {
  const answer = await client.send<Body>(method, path, { body });
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

function isLively(at: number): boolean {
  return performance.now() - at < lively;
}

function isSilent(at: number): boolean {
  return performance.now() - at > silence;
}
