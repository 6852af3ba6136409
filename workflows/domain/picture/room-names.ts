/**
 * Who is who in a session's room: `device` is the user's; each window of a technician has a name of its own,
 * `tech-KEY.WINDOW`, and `screen-KEY.WINDOW` is what the device sends to that window alone.
 */
const technicians = 'tech-';
const pictures = 'screen-';

/** The name of a technician's window. */
export function windowName(technician: string, window: string): string {
  return `${technicians}${technician}.${window}`;
}

/** The key of the technician whose window or picture it is. */
export function technicianOf(name: string): string {
  const [key = ''] = name.replace(/^(?:tech|screen)-/, '').split('.');
  return key;
}

/** The name of what the device sends to a technician's window. */
export function pictureFeedOf(window: string): string {
  return window.replace(technicians, pictures);
}

/** Whether a name is that of a technician's window. */
export function isWindow(name: string): boolean {
  return name.startsWith(technicians);
}

/** Whether a name is that of a picture for somebody's window. */
export function isPicture(name: string): boolean {
  return name.startsWith(pictures);
}

/** Whether a name is that of a picture for one of a technician's windows. */
export function isPictureFor(technician: string, name: string): boolean {
  return name.startsWith(`${pictures}${technician}.`);
}
