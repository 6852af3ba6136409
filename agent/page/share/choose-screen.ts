import type { Surface } from '../state/model.js';

/** A screen that the person has chosen in the browser's own window. */
export interface ChosenScreen {
  readonly track: MediaStreamTrack;
  readonly surface: Surface | null;
}

/** The person closed the browser's window without choosing, or the system does not let the browser look. */
export class NoScreenChosen extends Error {
  readonly reason: 'not-chosen' | 'not-possible';

  constructor(reason: 'not-chosen' | 'not-possible', cause: unknown) {
    super(`No screen was chosen: ${reason}`, { cause });
    this.name = 'NoScreenChosen';
    this.reason = reason;
  }
}

/** Whether this browser can show a screen at all; phones cannot, nor can pages without encryption. */
export function canShowScreens(): boolean {
  // The type says that it is always there, which is true of desktop browsers on safe origins only.
  const devices = navigator.mediaDevices as Partial<MediaDevices> | undefined;
  return typeof devices?.getDisplayMedia === 'function';
}

/** Opens the browser's window for choosing; call it straight from a click. Throws NoScreenChosen. */
export async function chooseScreen(): Promise<ChosenScreen> {
  const [track] = (await ask()).getVideoTracks();
  if (!track) throw new NoScreenChosen('not-possible', null);
  // Text must stay sharp; smooth motion matters less.
  track.contentHint = 'detail';
  return { track, surface: surfaceOf(track.getSettings().displaySurface) };
}

async function ask(): Promise<MediaStream> {
  const video = { frameRate: { ideal: 30, max: 30 } };
  try {
    return await navigator.mediaDevices.getDisplayMedia({ video, audio: false });
  } catch (error) {
    // Systems that forbid capture answer with the same name as a person who cancels, but say so.
    const bySystem = error instanceof DOMException && /system/i.test(error.message);
    const cancelled = error instanceof DOMException && error.name === 'NotAllowedError';
    throw new NoScreenChosen(cancelled && !bySystem ? 'not-chosen' : 'not-possible', error);
  }
}

function surfaceOf(name: string | undefined): Surface | null {
  return name === 'monitor' || name === 'window' || name === 'browser' ? name : null;
}
