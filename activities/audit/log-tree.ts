import { type Database, rowsOf } from '../store/database.js';
import { type Node, type Place, placesOf, type Range, rootOf } from './merkle.js';

/** The log's tree lacks a part of itself: somebody took it out of the database. */
export class LogTreeDamagedError extends Error {
  constructor({ level, index }: Place) {
    super(`The log lacks the ${index}th subtree of level ${level}.`);
    this.name = 'LogTreeDamagedError';
  }
}

/** The log's Merkle tree as the database keeps it: every perfect subtree. */
export class LogTree {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** The perfect subtrees of the first leaves, from left to right. */
  frontier(size: number): Promise<readonly Node[]> {
    return this.#nodes(placesOf({ start: 0, end: size }));
  }

  /** The hashes of ranges, as proofs list them. */
  async hashes(ranges: readonly Range[]): Promise<readonly Buffer[]> {
    const places = ranges.map(placesOf);
    const nodes = await this.#nodes(places.flat());
    const hashes = new Map(nodes.map((node) => [nameOf(node), node.hash]));
    return places.map((some) => rootOf(some.map((place) => hashOf(hashes, place))));
  }

  /** The hashes of ranges, as proofs write them. */
  async path(ranges: readonly Range[]): Promise<readonly string[]> {
    return (await this.hashes(ranges)).map((hash) => hash.toString('hex'));
  }

  async #nodes(places: readonly Place[]): Promise<readonly Node[]> {
    if (places.length === 0) return [];
    const rows = await rowsOf<{ level: number; index: string; hash: Buffer }>(this.#db, reading, {
      levels: places.map(({ level }) => level),
      indexes: places.map(({ index }) => index),
    });
    const found = new Map(
      rows.map(({ level, index, hash }) => [nameOf({ level, index: Number(index) }), hash]),
    );
    return places.map((place) => ({ ...place, hash: hashOf(found, place) }));
  }
}

const reading = `
  with wanted as (
    select * from unnest(cast(:levels as smallint[]), cast(:indexes as bigint[])) as w (level, index)
  )
  select level, index, hash from wanted join audit_nodes using (level, index)
  union all
  select 0, leaf, hash from audit_leaves join wanted on leaf = index and level = 0
`;

function nameOf({ level, index }: Place): string {
  return `${level} ${index}`;
}

function hashOf(hashes: ReadonlyMap<string, Buffer>, place: Place): Buffer {
  const hash = hashes.get(nameOf(place));
  if (!hash) throw new LogTreeDamagedError(place);
  return hash;
}
