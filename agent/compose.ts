import { KnownDesk } from './desk/known-desk.js';
import { deviceKey } from './desk/device-key.js';
import { deviceInfo } from './device-info.js';
import { Helper } from './helper.js';
import { DesktopUnavailable } from './platform/desktop.js';
import { languageOf } from './window/words.js';

/** What the environment says about the person's desktop. */
export interface Surroundings {
  /** The X display, such as `:0`. */
  readonly display: string | undefined;
  /** Such as `pt_BR.UTF-8`. */
  readonly locale: string;
  /** Such as `~/.config`. */
  readonly configFolder: string;
}

/** The helper on this machine's desktop. Throws DesktopUnavailable with a sentence for the person. */
export async function compose(surroundings: Surroundings, quit: () => void): Promise<Helper> {
  const { display, locale, configFolder } = surroundings;
  if (display === undefined || display === '') {
    throw new DesktopUnavailable('There is no X display. Start the helper on your desktop.');
  }
  const { X11Desktop, GtkFront } = await desktopParts();
  const desktop = new X11Desktop(display);
  return new Helper({
    desktop,
    language: languageOf(locale),
    front: (intentions) => new GtkFront(intentions),
    deviceKey: () => deviceKey(configFolder),
    knownDesk: new KnownDesk(configFolder),
    deviceInfo: () => deviceInfo(desktop.size, locale),
    quit,
  });
}

/** Loads the system's libraries only now, so that what is missing can be said in a sentence. */
async function desktopParts() {
  try {
    const { X11Desktop } = await import('./platform/x11/x11-desktop.js');
    const { GtkFront } = await import('./window/gtk-front.js');
    return { X11Desktop, GtkFront };
  } catch (cause) {
    throw new DesktopUnavailable('The helper needs X11 and GTK 3, which this desktop lacks.', {
      cause,
    });
  }
}
