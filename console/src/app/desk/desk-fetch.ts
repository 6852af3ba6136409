import { InjectionToken } from '@angular/core';

/** How the console reaches the desk; specs put a fake desk in its place. */
export const DESK_FETCH = new InjectionToken<typeof fetch>('fetch of the desk', {
  providedIn: 'root',
  factory: () => (input, init) => fetch(input, init),
});
