import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const keyBytes = 32;
const keyPattern = /^[A-Za-z0-9_-]{43}$/;

/**
 * The secret by which a desk knows this device again; made once and kept readable for its user alone.
 * @param folder the user's configuration folder, such as `~/.config`
 */
export async function deviceKey(folder: string): Promise<string> {
  const file = join(folder, 'mayday', 'device-key');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (keyPattern.test(known.trim())) return known.trim();
  const made = randomBytes(keyBytes).toString('base64url');
  await mkdir(join(folder, 'mayday'), { recursive: true, mode: 0o700 });
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
}
