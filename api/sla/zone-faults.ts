import { UnknownZone, zoneRules } from '../../activities/sla/zone-rules.js';
import type { Fault } from '../../workflows/domain/fault.js';

/** What is wrong with a zone that was named at a place; nothing if the zone database has it. */
export function zoneFaults(zone: string, path: string): Fault[] {
  try {
    zoneRules(zone);
    return [];
  } catch (error) {
    if (!(error instanceof UnknownZone)) throw error;
    return [{ path, code: 'zone-unknown', message: error.message, values: { value: zone } }];
  }
}
