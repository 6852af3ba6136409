import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../environment-reader.js';
import type { SealerFiles } from './sealer.js';

/** Where the audit's key and checkpoints are: as told, or in the data folder; null where there is neither. */
export function auditFilesOf(environment: Environment): SealerFiles | null {
  const data = environment['MAYDAY_DATA'];
  const inData = (name: string) => (data === undefined ? undefined : join(data, name));
  const key = environment['AUDIT_KEY'] ?? inData('audit-key.pem');
  const checkpoints = environment['AUDIT_CHECKPOINTS'] ?? inData('audit-checkpoints.jsonl');
  return key === undefined || checkpoints === undefined ? null : { key, checkpoints };
}

/** The public half of a key file, be it the private key or the public one. */
export function publicKeyIn(file: string): string {
  const text = readFileSync(file, 'utf8');
  const key = text.includes('PRIVATE')
    ? createPublicKey(createPrivateKey(text))
    : createPublicKey(text);
  return key.export({ format: 'pem', type: 'spki' }).toString();
}
