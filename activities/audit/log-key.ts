import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
} from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Database, rowOf, rowsOf } from '../store/database.js';
import { canonicalText } from '../store/log/canonical.js';
import type { LogKey } from './bundle.js';

/** The log was begun with a key that is not where it is kept. Somebody must bring it back. */
export class LogKeyLostError extends Error {
  constructor(file: string, key: string) {
    super(`${file} does not hold the key ${key} of the audit log: nothing more can be sealed.`);
    this.name = 'LogKeyLostError';
  }
}

/** The key that signs the log's heads now, and the log that it signs for. */
export interface SigningKey {
  readonly id: string;
  readonly log: string;
  readonly key: KeyObject;
}

/** The name of a key: the SHA-256 of its public half. */
export function keyIdOf(key: KeyObject): string {
  return createHash('sha256').update(publicOf(key)).digest('hex');
}

/** Signs the canonical JSON of something. */
export function signed(said: object, { key }: Pick<SigningKey, 'key'>): string {
  return sign(null, Buffer.from(canonicalText(said)), key).toString('base64');
}

/** The key in a file, which is made where the log has none yet; called by one process at a time. */
export async function openLogKey(db: Database, file: string): Promise<SigningKey> {
  const keys = await logKeys(db);
  const [first] = keys;
  if (!first) return beginLog(db, file);
  const last = keys.at(-1) ?? first;
  // A rotation that was interrupted left the new key beside the old one.
  const beside = `${file}.new`;
  if (existsSync(beside) && keyIdOf(readKey(beside)) === last.key) renameSync(beside, file);
  const key = existsSync(file) ? readKey(file) : null;
  if (!key || keyIdOf(key) !== last.key) throw new LogKeyLostError(file, last.key);
  return { id: last.key, log: first.log, key };
}

/** Hands the log over to a new key, signed by the one before, and forgets that one. */
export async function rotateLogKey(db: Database, file: string): Promise<SigningKey> {
  const old = await openLogKey(db, file);
  const beside = `${file}.new`;
  const key = makeKey(beside, 'w');
  const id = keyIdOf(key);
  const said = { ...(await newKey(db, key)), log: old.log, handedOverBy: old.id };
  await addKey(db, { ...said, signature: signed(said, old) });
  renameSync(beside, file);
  return { id, log: old.log, key };
}

/** Every key of the log, in the order of their hand-overs. */
export async function logKeys(db: Database): Promise<readonly LogKey[]> {
  const rows = await rowsOf<KeyRow>(
    db,
    `select id as key, public_key as "publicKey", from_size::float8 as "fromSize", at,
       handed_over_by as "handedOverBy", signature
     from audit_keys order by from_size, at`,
  );
  const log = rows[0]?.key ?? '';
  // When the first was made nobody has signed, so nothing can be proved of it.
  return rows.map((row, index) => ({ ...row, at: index ? row.at.toISOString() : null, log }));
}

type KeyRow = Omit<LogKey, 'at' | 'log'> & { readonly at: Date };

async function beginLog(db: Database, file: string): Promise<SigningKey> {
  // A key that was made for a database which is gone serves the next one as well.
  const key = existsSync(file) ? readKey(file) : makeKey(file, 'wx');
  const id = keyIdOf(key);
  const said = { ...(await newKey(db, key)), log: id, handedOverBy: null };
  await addKey(db, { ...said, signature: null });
  return { id, log: id, key };
}

async function newKey(db: Database, key: KeyObject) {
  const found = await rowOf<{ size: number; now: Date }>(
    db,
    `select coalesce(max(size), 0)::float8 as size, clock_timestamp() as now from audit_heads`,
  );
  return {
    key: keyIdOf(key),
    publicKey: publicOf(key).toString('base64'),
    fromSize: found?.size ?? 0,
    at: (found?.now ?? new Date()).toISOString(),
  };
}

async function addKey(db: Database, key: LogKey): Promise<void> {
  await rowsOf(
    db,
    `insert into audit_keys (id, public_key, from_size, at, handed_over_by, signature)
     values (:key, :publicKey, :fromSize, :at, :handedOverBy, :signature)`,
    { ...key },
  );
}

function makeKey(file: string, flag: 'w' | 'wx'): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ format: 'pem', type: 'pkcs8' });
  writeFileSync(file, pem, { mode: 0o600, flag });
  return privateKey;
}

function readKey(file: string): KeyObject {
  return createPrivateKey(readFileSync(file));
}

function publicOf(key: KeyObject): Buffer {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return half.export({ format: 'der', type: 'spki' });
}
