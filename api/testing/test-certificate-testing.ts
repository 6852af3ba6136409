import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { generate } from 'selfsigned';
import type { TlsConfig } from '../config.js';

/** A certificate for 127.0.0.1 that this process believes until it is removed. */
export interface TestCertificate extends TlsConfig {
  remove(): void;
}

/** Makes one. */
export async function makeTestCertificate(): Promise<TestCertificate> {
  const { cert, private: key } = await generate([{ name: 'commonName', value: '127.0.0.1' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }],
  });
  const folder = mkdtempSync(join(tmpdir(), 'mayday-certificate-'));
  const files = { certificateFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  writeFileSync(files.certificateFile, cert);
  writeFileSync(files.keyFile, key, { mode: 0o600 });
  const believed = getCACertificates('default');
  setDefaultCACertificates([...believed, cert]);
  return {
    ...files,
    remove() {
      setDefaultCACertificates(believed);
      rmSync(folder, { recursive: true });
    },
  };
}
