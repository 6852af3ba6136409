import { createHash } from 'node:crypto';
import { SosCallStore, type SosCallTerms } from '../doors/sos-call-store.js';
import { sosTokenOf } from '../links/link-token.js';
import { type Database, rowOf } from '../store/database.js';

/** An SOS Call of the demonstration, as `sos-calls.json` has it. */
export interface DemonstrationSosCall extends SosCallTerms {
  readonly id: string;
  readonly channel: string;
}

/** Opens the demonstration's SOS Calls where there never were any; their links follow from the installation's own key. */
export async function seedSosCalls(
  owner: Database,
  given: readonly DemonstrationSosCall[],
  linkKey: Buffer,
): Promise<void> {
  if (await rowOf(owner, 'select from sos_calls limit 1')) return;
  const store = new SosCallStore(owner);
  const actor = { kind: 'desk', rule: 'demonstration' } as const;
  const audit = { actor, action: null, revision: null };
  for (const { id, channel, ...terms } of given) {
    if (!(await isOpen(owner, channel))) continue;
    const tokenHash = createHash('sha256').update(sosTokenOf(linkKey, id)).digest('hex');
    await store.add(id, channel, tokenHash, terms, audit);
  }
}

async function isOpen(owner: Database, channel: string): Promise<boolean> {
  const statement = 'select from channels where key = :channel and deleted_at is null';
  return (await rowOf(owner, statement, { channel })) !== null;
}
