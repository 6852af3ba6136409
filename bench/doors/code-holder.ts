import { randomBytes } from 'node:crypto';
import { workOut } from '../../agent/desk/work-out.js';
import type { SchemaIssuedCode, SchemaProblem } from '../../api/generated/openapi.js';
import type { House } from '../../deploy/supervisor/house.js';
import { FarClient } from './far-client.js';

const forEver = new AbortController().signal;

/** A helper somewhere asks for a code, and works for it where the desk wants that; answers the digits. */
export async function askForCode(house: House): Promise<string> {
  const helper = FarClient.stranger(house);
  const deviceKey = randomBytes(32).toString('base64url');
  const wish = { deviceKey, kind: 'helper', info: { system: 'Debian GNU/Linux' } };
  const ask = (more: object) =>
    helper.post<Partial<SchemaIssuedCode & SchemaProblem>>('/api/codes', { ...wish, ...more });
  let answer = await ask({});
  const { work } = answer.body;
  if (answer.status === 429 && work) answer = await ask({ proof: await workOut(work, forEver) });
  const { code, title } = answer.body;
  if (code === undefined) throw new Error(`The desk gave no code: ${title ?? 'it said nothing'}.`);
  return code;
}
