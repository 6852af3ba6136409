import { type Database, rowOf, rowsOf } from '../store/database.js';

/** The demonstration's rules, and the routing of its channels, as `routing.json` has them. */
export interface DemonstrationRouting {
  readonly rules: unknown;
  readonly channels: readonly { readonly channel: string; readonly routing: unknown }[];
}

/** Puts the demonstration's routing where there is none yet. */
export async function seedRouting(owner: Database, given: DemonstrationRouting): Promise<void> {
  await owner.transaction(async (tx) => {
    if (await rowOf(tx, 'select from routing_rules limit 1')) return;
    await rowsOf(tx, 'insert into routing_rules (document) values (:rules)', {
      rules: JSON.stringify(given.rules),
    });
    await rowsOf(tx, seedingChannels, { channels: JSON.stringify(given.channels) });
  });
}

const seedingChannels = `
  insert into channel_routing (channel, document)
  select one.channel, one.routing
  from jsonb_to_recordset(:channels::jsonb) as one (channel text, routing jsonb)
    join channels on channels.key = one.channel
  on conflict do nothing
`;
