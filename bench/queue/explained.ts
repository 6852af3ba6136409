import { rowOf, type Database } from '../../activities/store/database.js';

/** What a query cost and how it was done. */
export interface Explained {
  /** Pages of tables and indexes that were looked at, each time counted. */
  readonly buffers: number;
  readonly rows: number;
  /** Such as `Index Scan on sessions`, outermost first. */
  readonly nodes: readonly string[];
}

/** Runs a query and tells what it cost. */
export async function explain(
  db: Database,
  statement: string,
  bindings: Readonly<Record<string, unknown>>,
): Promise<Explained> {
  const found = await rowOf<{ 'QUERY PLAN': unknown }>(
    db,
    `explain (analyze, buffers, format json) ${statement}`,
    bindings,
  );
  const plan = firstPlan(found?.['QUERY PLAN']);
  return {
    buffers: numberIn(plan, 'Shared Hit Blocks') + numberIn(plan, 'Shared Read Blocks'),
    rows: numberIn(plan, 'Actual Rows'),
    nodes: nodesOf(plan),
  };
}

function firstPlan(plans: unknown): object {
  const plan: unknown = Array.isArray(plans) ? Reflect.get(Object(plans[0]), 'Plan') : undefined;
  if (typeof plan !== 'object' || plan === null) throw new Error('Postgres explained nothing.');
  return plan;
}

function nodesOf(plan: object): string[] {
  const type: unknown = Reflect.get(plan, 'Node Type');
  const relation: unknown = Reflect.get(plan, 'Relation Name');
  const below: unknown = Reflect.get(plan, 'Plans');
  const name = typeof relation === 'string' ? `${String(type)} on ${relation}` : String(type);
  const inner = Array.isArray(below) ? below.flatMap((one) => nodesOf(Object(one) as object)) : [];
  return [name, ...inner];
}

function numberIn(plan: object, name: string): number {
  const value: unknown = Reflect.get(plan, name);
  return typeof value === 'number' ? value : 0;
}
