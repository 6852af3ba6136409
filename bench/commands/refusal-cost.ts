import { setTimeout as pause } from 'node:timers/promises';
import { WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { updates } from '../../workflows/contract.js';
import type { Detail, Finding } from '../measure/result.js';
import { atMost } from '../measure/verdict.js';
import type { Measurement } from '../measurement.js';
import { startBenchHouse, type BenchHouse } from './bench-house.js';
import { envelope, openSession } from './open-session.js';

/** Longer than the desk takes between two looks at what it tells people of. */
const restMs = 3_000;

/** P4: what a command leaves behind that the session's state refuses. */
export const refusalCost: Measurement = {
  id: 'P4',
  what: 'a command that the state refuses: history events, rows written',
  measure: async () => {
    const desk = await startBenchHouse();
    try {
      return [await measure(desk)];
    } finally {
      await desk.close();
    }
  },
};

async function measure({ temporal, house, database }: BenchHouse): Promise<Finding> {
  const id = await openSession(temporal, house.environment['TEMPORAL_TASK_QUEUE'] ?? '');
  const handle = temporal.workflow.getHandle(id);
  await handle.executeUpdate(updates.claim, { args: [envelope({ type: 'claim' })] });
  const before = { events: await eventsOf(temporal, id), tables: await tablesAtRest(database) };
  const refusals = [
    () => handle.executeUpdate(updates.claim, { args: [envelope({ type: 'claim' })] }),
    () => handle.executeUpdate(updates.hold, { args: [envelope({ type: 'resume' })] }),
    () => handle.executeUpdate(updates.reopen, { args: [envelope({ type: 'reopen' })] }),
  ];
  for (const refuse of refusals) await isRefused(refuse);
  const events = (await eventsOf(temporal, id)) - before.events;
  const after = await tables(database);
  const changed = [...after].filter(([name, print]) => before.tables.get(name) !== print);
  const { what } = refusalCost;
  return {
    id: refusalCost.id,
    what,
    figure: `${events} events, ${changed.length} of ${after.size} tables changed, after ${refusals.length} refusals`,
    goal: '0 events, 0 rows',
    verdict: atMost(events + changed.length, 0),
    details: changed.length > 0 ? [listOf(changed.map(([name]) => name))] : [],
  };
}

async function isRefused(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError) return;
    throw error;
  }
  throw new Error('A command was accepted that the state should refuse.');
}

async function eventsOf(temporal: Client, id: string): Promise<number> {
  return (await temporal.workflow.getHandle(id).describe()).historyLength;
}

/** The tables once nothing is written any more of what followed from the commands before. */
async function tablesAtRest(database: BenchHouse['database']): Promise<Map<string, string>> {
  for (let before = await tables(database); ;) {
    await pause(restMs);
    const now = await tables(database);
    if ([...now].every(([name, print]) => before.get(name) === print)) return now;
    before = now;
  }
}

/** A fingerprint of every table's rows, by the table's name. */
async function tables(database: BenchHouse['database']): Promise<Map<string, string>> {
  const found = await database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const prints = new Map<string, string>();
  for (const { name } of found.rows) {
    const { rows } = await database.query<{ print: string }>(
      `select count(*) || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as print from ${name} t`,
    );
    prints.set(name, rows[0]?.print ?? '');
  }
  return prints;
}

function listOf(names: readonly string[]): Detail {
  return { title: 'Changed', columns: ['table'], rows: names.map((name) => [name]) };
}
