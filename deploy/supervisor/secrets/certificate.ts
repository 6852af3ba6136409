import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { generate } from 'selfsigned';
import type { TlsFiles } from '../settings/settings.js';

const day = 24 * 3_600_000;
/** What browsers accept at most. */
const lifetime = 397 * day;

/** Keeps a self-signed certificate for this host name in a folder; one that is for another name or about to end is made anew. */
export async function keepCertificate(folder: string, host: string): Promise<TlsFiles> {
  const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
  if (existsSync(files.cert) && isGood(readFileSync(files.cert, 'utf8'), host)) return files;
  const made = await make(host);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(files.key, made.private, { mode: 0o600 });
  writeFileSync(files.cert, made.cert);
  return files;
}

function isGood(pem: string, host: string): boolean {
  const certificate = new X509Certificate(pem);
  const covers = isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host);
  return covers !== undefined && Date.parse(certificate.validTo) - Date.now() > 30 * day;
}

function make(host: string) {
  const name =
    isIP(host) === 0 ? ({ type: 2, value: host } as const) : ({ type: 7, ip: host } as const);
  return generate([{ name: 'commonName', value: host }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + lifetime),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [name] },
    ],
  });
}
