import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { House } from '../../deploy/supervisor/house.js';
import type { PartName } from '../../deploy/supervisor/part.js';
import { project } from '../../deploy/supervisor/places.js';
import { startHouse } from '../../deploy/supervisor/start-house.js';
import { until } from '../../deploy/supervisor/until.js';
import { Closing } from '../closing.js';
import { signIn } from '../desk/sign-in.js';
import type { Technician } from '../desk/technician.js';
import { startProgram, type Program } from '../../deploy/desktop/program.js';
import { receivedBytes, watchPeers } from './received-bytes.js';
import type { UserDesktop } from './user-desktop.js';
import { UsersHand } from './users-hand.js';
import type { OpenView, Variant } from './variant.js';

const who = 'ana';

/** A whole desk with one session on it: the user's helper waits on their desktop, the technician is signed in. */
export class Mayday {
  readonly #house: House;
  readonly #technician: Technician;
  readonly #helper: Program;
  readonly #hand: UsersHand;
  readonly #sessionId: string;
  readonly #closing: Closing;

  private constructor(parts: {
    house: House;
    technician: Technician;
    helper: Program;
    hand: UsersHand;
    sessionId: string;
    closing: Closing;
  }) {
    this.#house = parts.house;
    this.#technician = parts.technician;
    this.#helper = parts.helper;
    this.#hand = parts.hand;
    this.#sessionId = parts.sessionId;
    this.#closing = parts.closing;
  }

  /** Starts the desk, invites the user, and lets their helper follow the link. */
  static async start(desktop: UserDesktop, page: Page): Promise<Mayday> {
    const closing = new Closing();
    try {
      const house = await startHouse();
      closing.add(() => house.stop());
      await watchPeers(page);
      await signInByPage(page, house);
      const technician = await signIn(house.url, who, house.secrets.MAYDAY_DEMO_PASSWORD);
      const { session, link } = await technician.invite({
        name: 'Petra Lindgren',
        subject: 'The printer does not answer',
      });
      const helper = await startHelper(link.url, desktop, closing);
      const hand = new UsersHand(desktop);
      closing.add(() => {
        hand.close();
      });
      const mayday = new Mayday({
        house,
        technician,
        helper,
        hand,
        sessionId: session.id,
        closing,
      });
      await mayday.#reaches('ready');
      return mayday;
    } catch (error) {
      await closing.close();
      throw error;
    }
  }

  /** The user's desktop in the console. The user is asked each time, and allows it with their own hand. */
  variant(name: string): Variant {
    return { name, open: (page) => this.#open(page) };
  }

  close(): Promise<void> {
    return this.#closing.close();
  }

  async #open(page: Page): Promise<OpenView> {
    const id = this.#sessionId;
    await this.#technician.start(id, ['view', 'control']);
    await this.#hand.allow();
    await this.#reaches('active');
    await page.goto(`${this.#house.url}/sessions/${id}`);
    return {
      parts: {
        helper: [this.#helper.pid],
        janus: this.#pidsOf('janus'),
        desk: this.#pidsOf('api', 'worker', 'temporal', 'postgres'),
      },
      receivedBytes: () => receivedBytes(page),
      close: async () => {
        await page.goto('about:blank');
        await this.#technician.post(`/api/sessions/${id}/disconnect`);
        await this.#reaches('ready');
      },
    };
  }

  async #reaches(state: string): Promise<void> {
    await until(`the session is ${state}`, async () => {
      return (await this.#technician.session(this.#sessionId)).state === state;
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

/** The same program that users download, started from its parts. */
async function startHelper(
  link: string,
  { display }: UserDesktop,
  closing: Closing,
): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'mayday-helper-'));
  closing.add(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const program = join(project, 'build/agent/main.js');
  const helper = await startProgram(process.execPath, [program, link], {
    DISPLAY: display,
    XDG_CONFIG_HOME: folder,
    XDG_DATA_HOME: folder,
    LC_ALL: 'C.UTF-8',
  });
  closing.add(() => helper.close());
  return helper;
}
