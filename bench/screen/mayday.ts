import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PersonDesktop } from '../../deploy/desktop/person-desktop.js';
import { Person } from '../../deploy/desktop/person.js';
import type { Program } from '../../deploy/desktop/program.js';
import type { House } from '../../deploy/supervisor/house.js';
import type { PartName } from '../../deploy/supervisor/part.js';
import { project } from '../../deploy/supervisor/places.js';
import { freePorts } from '../../deploy/supervisor/settings/ports.js';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import { until } from '../../deploy/supervisor/until.js';
import { TechnicianDesk } from '../../deploy/technician/technician-desk.js';
import { Closing } from '../closing.js';
import type { UserPlace } from '../line/user-place.js';
import { receivedBytes, watchPeers } from './received-bytes.js';
import type { OpenView, Variant } from './variant.js';

const who = 'greta';
/** The colour of the one button in the helper's windows that means yes. */
const yes = 0xc2410c;
const invitation = {
  name: 'Petra Lindgren',
  subject: 'The printer does not answer',
  channel: 'design-mac',
};

/** A whole desk with a technician who is signed in, in the viewer's browser too. */
export class Mayday {
  readonly #house: House;
  readonly #technician: TechnicianDesk;
  readonly #desktop: PersonDesktop;
  readonly #user: UserPlace;

  private constructor(
    house: House,
    technician: TechnicianDesk,
    desktop: PersonDesktop,
    user: UserPlace,
  ) {
    this.#house = house;
    this.#technician = technician;
    this.#desktop = desktop;
    this.#user = user;
  }

  static async start(desktop: PersonDesktop, page: Page, user: UserPlace): Promise<Mayday> {
    const ports = await freePorts();
    const { host, name } = user.desk;
    const house = await startHouse({ ports, host, publicUrl: `http://${name}:${ports.api}` });
    try {
      await watchPeers(page);
      await signInByPage(page, house);
      const technician = await TechnicianDesk.open(
        house.url,
        who,
        house.secrets.MAYDAY_DEMO_PASSWORD,
      );
      return new Mayday(house, technician, desktop, user);
    } catch (error) {
      await house.stop();
      throw error;
    }
  }

  /** The user's desktop in the console, in a session of its own each time, which the user allows with their own hand. */
  variant(name: string): Variant {
    return { name, open: (page) => this.#open(page) };
  }

  close(): Promise<void> {
    return this.#house.stop();
  }

  async #open(page: Page): Promise<OpenView> {
    const closing = new Closing();
    try {
      const { session, link } = await this.#technician.invite(invitation);
      closing.add(async () => {
        await this.#technician.close(session.id, 'solved');
      });
      const helper = await this.#startHelper(link.url, closing);
      await this.#reaches(session.id, 'ready');
      await this.#technician.start(session.id, ['view', 'control']);
      await this.#allowByHand(session.id);
      await page.goto(`${this.#house.url}/sessions/${session.id}`);
      await page.getByRole('button', { name: '1:1' }).click();
      await page.locator('md-screen-view[data-face]').waitFor({ timeout: 30_000 });
      closing.add(async () => {
        await page.goto('about:blank');
      });
      return this.#view(page, helper, closing);
    } catch (error) {
      await closing.close();
      throw error;
    }
  }

  /** The same file that users download. */
  async #startHelper(link: string, closing: Closing): Promise<Program> {
    const folder = mkdtempSync(join(tmpdir(), 'mayday-helper-'));
    closing.add(() => {
      rmSync(folder, { recursive: true, force: true });
    });
    const program = join(project, 'build/helper/mayday-helper-linux-x64');
    const helper = await this.#desktop.run(...this.#user.startedThere(program, [link]), {
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      LC_ALL: 'C.UTF-8',
    });
    closing.add(() => helper.close());
    return helper;
  }

  #view(page: Page, helper: Program, closing: Closing): OpenView {
    return {
      parts: {
        helper: [helper.pid],
        janus: this.#pidsOf('janus'),
        desk: this.#pidsOf('api', 'worker', 'temporal', 'postgres'),
      },
      receivedBytes: () => receivedBytes(page),
      close: () => closing.close(),
    };
  }

  async #allowByHand(id: string): Promise<void> {
    const person = new Person(this.#desktop.display, this.#desktop.hand);
    const isActive = async (): Promise<boolean> =>
      (await this.#technician.session(id)).state === 'active';
    try {
      await person.pressUntil('the session to be active', yes, isActive);
    } finally {
      person.close();
    }
  }

  async #reaches(id: string, state: string): Promise<void> {
    await until(`the session is ${state}`, async () => {
      return (await this.#technician.session(id)).state === state;
    });
  }

  #pidsOf(...names: readonly PartName[]): number[] {
    return names.flatMap((name) => this.#house.parts[name]?.pid ?? []);
  }
}

async function signInByPage(page: Page, { url, secrets }: House): Promise<void> {
  await page.goto(`${url}/api/sign-in`);
  await page.locator(`input[name="technician"][value="${who}"]`).check({ force: true });
  await page.locator('input[name="password"]').fill(secrets.MAYDAY_DEMO_PASSWORD);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL((address) => !address.pathname.startsWith('/oidc'));
}
