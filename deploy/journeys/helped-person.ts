import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person } from '../desktop/person.js';
import { startPersonDesktop, type PersonDesktop } from '../desktop/person-desktop.js';
import { project } from '../supervisor/places.js';

/** The colour of the one strong action in the helper's windows. */
export const strongAction = 0xc2410c;
/** The colour of the bar's stop button. */
export const stopAction = 0xc9281c;

const size = { width: 1280, height: 720 };
const helperProgram = join(project, 'build/agent/main.js');

/** A person at a desktop of their own, who can start the helper. */
export class HelpedPerson {
  readonly desktop: PersonDesktop;
  readonly person: Person;
  readonly #home: string;

  private constructor(desktop: PersonDesktop) {
    this.desktop = desktop;
    this.person = new Person(desktop.display, desktop.hand);
    this.#home = mkdtempSync(join(tmpdir(), 'mayday-person-'));
  }

  static async sitDown(): Promise<HelpedPerson> {
    return new HelpedPerson(await startPersonDesktop(size));
  }

  /** Starts the helper with a link, as the same person on the same machine each time. */
  async startHelper(link: string): Promise<void> {
    const environment = { XDG_CONFIG_HOME: this.#home, LANG: 'en_GB.UTF-8' };
    await this.desktop.run(process.execPath, [helperProgram, link], environment);
  }

  /** A terminal in which keys that arrive become a file; answers its path. */
  async openTerminal(): Promise<string> {
    const typed = join(this.#home, 'typed');
    const place = ['-geometry', '80x24+40+200', '-fa', 'DejaVu Sans Mono', '-fs', '11'];
    await this.desktop.run('xterm', [...place, '-e', 'sh', '-c', `cat > '${typed}'`]);
    return typed;
  }

  /** A clock that never stands still, so that there is always something to see. */
  async showClock(): Promise<void> {
    const tick = 'while :; do date +%T.%N; sleep 0.1; done';
    await this.desktop.run('xterm', ['-geometry', '40x20+760+200', '-e', 'sh', '-c', tick]);
  }

  async leave(): Promise<void> {
    this.person.close();
    await this.desktop.close();
    rmSync(this.#home, { recursive: true, force: true });
  }
}
