import { join } from 'node:path';
import type { Size } from '../../agent/platform/desktop.js';
import { startPersonDesktop, type PersonDesktop } from '../../deploy/desktop/person-desktop.js';
import type { Program } from '../../deploy/desktop/program.js';
import { Closing } from '../closing.js';
import { besideTheDesk, type UserPlace } from '../line/user-place.js';
import { Mayday } from './mayday.js';
import type { Programs } from './programs.js';
import { freezeSignal, type SceneKind } from './scene-kind.js';
import { startViewer, type Viewer } from './viewer.js';

/** A user's desktop, a technician's screen, and a desk between them. */
export interface ScreenStage {
  readonly desktop: PersonDesktop;
  readonly viewer: Viewer;
  readonly mayday: Mayday;
  /** Plays a scene on the desktop in place of the one before. */
  readonly play: (kind: SceneKind) => Promise<void>;
  /** Nothing of the scene moves any more; what it has drawn stays. */
  readonly freeze: () => void;
}

/** Sets everything up, with the user beside the desk unless told, does the work, and takes it down again whatever happens. */
export async function onStage<Found>(
  size: Size,
  programs: Programs,
  work: (stage: ScreenStage) => Promise<Found>,
  user: UserPlace = besideTheDesk,
): Promise<Found> {
  const closing = new Closing();
  try {
    const desktop = await startPersonDesktop(size);
    closing.add(() => desktop.close());
    const viewer = await startViewer(programs.chromium, size);
    closing.add(() => viewer.close());
    const mayday = await Mayday.start(desktop, viewer.page, user);
    closing.add(() => mayday.close());
    let scene: Program | undefined;
    const play = async (kind: SceneKind): Promise<void> => {
      await scene?.close();
      const program = join(import.meta.dirname, 'scene.js');
      scene = await desktop.run(process.execPath, [program, desktop.display, kind]);
    };
    const freeze = (): void => {
      if (scene) process.kill(scene.pid, freezeSignal);
    };
    await play('still');
    return await work({ desktop, viewer, mayday, play, freeze });
  } finally {
    await closing.close();
  }
}
