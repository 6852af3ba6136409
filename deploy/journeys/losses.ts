import type { House } from '../supervisor/house.js';
import type { WiredTechnician } from '../technician/wired-technician.js';
import { ask, type RunningMedia, type Stop } from './running-media.js';
import type { SignedIn } from './signed-in.js';

/** Something that takes a technician's picture and mouse, or the mouse alone, while their media run. */
export interface Loss {
  readonly what: string;
  /** Who loses it. */
  readonly technician: string;
  readonly takes: 'both' | 'mouse';
  /** Gives what is to be lost. */
  prepare?(): Promise<unknown>;
  happen(running: RunningMedia): Promise<unknown>;
  /** Makes everything as it was. */
  undo?(running: RunningMedia): Promise<unknown>;
}

const off = { setting: 'off' };
const unchanged = { setting: 'default' };

/** What can be lost at a desk where Nora, who manages technicians, and those from whom it is taken are signed in. */
export function lossesAt(house: House, people: SignedIn) {
  const manager = () => people.as('nora');
  const role = '/api/directory/roles/technician/ivan/channel-technician?in=general';
  const account = '/api/directory/technicians/elena';
  const isSwitched = (what: string, path: string, takes: Loss['takes']) =>
    ({
      what,
      technician: 'elena',
      takes,
      happen: () => ask(manager(), 'PUT', path, off),
      undo: () => ask(manager(), 'PUT', path, unchanged),
    }) satisfies Loss;
  const isTakenBack = (what: string, scope: 'view' | 'control', takes: Loss['takes']): Loss => ({
    what,
    technician: 'ana',
    takes,
    happen: ({ person }) => {
      person.takeBack(scope);
      return Promise.resolve();
    },
  });
  return {
    controlTakenBack: isTakenBack('control taken back by the person', 'control', 'mouse'),
    viewTakenBack: isTakenBack('view taken back by the person', 'view', 'both'),
    roleTakenAway: {
      what: 'role taken away',
      technician: 'ivan',
      takes: 'both',
      prepare: () => ask(manager(), 'PUT', role),
      happen: () => ask(manager(), 'DELETE', role),
    },
    controlOff: isSwitched(
      'control switched off',
      '/api/directory/switches/technician/elena/tool.control',
      'mouse',
    ),
    viewOff: isSwitched(
      'view switched off',
      '/api/directory/switches/technician/elena/tool.view',
      'both',
    ),
    viewOffForGroup: isSwitched(
      'view switched off for the group',
      '/api/directory/switches/group/level-2/tool.view',
      'both',
    ),
    accountDisabled: {
      what: 'account disabled',
      technician: 'elena',
      takes: 'both',
      happen: () => ask(manager(), 'POST', `${account}/disable`),
      undo: async () => {
        await ask(manager(), 'POST', `${account}/enable`);
        await people.again('elena');
      },
    },
    deskSilent: {
      what: 'the desk falls silent',
      technician: 'ana',
      takes: 'mouse',
      happen: () => {
        process.kill(apiOf(house), 'SIGSTOP');
        return Promise.resolve();
      },
      undo: async (running) => {
        process.kill(apiOf(house), 'SIGCONT');
        await running.isDriven();
      },
    },
  } as const satisfies Record<string, Loss>;
}

/** Lets something be lost while media run, and says when what it takes came last. */
export async function stopBy(
  loss: Loss,
  running: RunningMedia,
  wired: WiredTechnician,
): Promise<Partial<Stop>> {
  const happen = () => loss.happen(running);
  if (loss.takes === 'both') return running.stopOfBoth(wired, happen);
  return { input: await running.stopOfInput(wired, happen) };
}

function apiOf({ parts }: House): number {
  const pid = parts.api?.pid;
  if (pid === undefined) throw new Error('The API is not running.');
  return pid;
}
