import type { DeviceInfo } from '../desk/shapes.js';
import { browserOf, systemOf } from './system.js';

/** What a browser knows of its device, which is little and may be coarse. */
export function deviceInfo(): DeviceInfo {
  const { userAgent, language } = navigator;
  const browser = browserOf(userAgent);
  return {
    system: systemOf(userAgent) ?? 'Unknown system',
    ...(browser === null ? {} : { version: browser }),
    screens: [{ width: screen.width, height: screen.height, scale: devicePixelRatio }],
    locale: language,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}
