import type { HeldSwitch } from '../../activities/directory/switch-store.js';
import type { DeskStores } from '../desk-stores.js';
import type { components } from '../generated/openapi.js';

/** The switches of a technician or a group, by action. */
export async function shownSwitches(
  { switches }: Pick<DeskStores, 'switches'>,
  { kind, holder }: Pick<HeldSwitch, 'kind' | 'holder'>,
): Promise<{ switches: components['schemas']['HeldSwitch'][] }> {
  const found = await switches.of(kind, holder);
  return { switches: found.map(({ action, setting }) => ({ action, setting })) };
}
