import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepCertificate } from './certificate.js';

describe('The certificate made at start', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mayday-certificate-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('is for the name that browsers will ask for', async () => {
    const { cert } = await keepCertificate(folder, 'desk.example.org');
    expect(read(cert).checkHost('desk.example.org')).toBe('desk.example.org');
  });

  it('is for an address when the desk has no name', async () => {
    const { cert } = await keepCertificate(folder, '192.0.2.7');
    expect(read(cert).checkIP('192.0.2.7')).toBe('192.0.2.7');
  });

  it('stays the same from start to start, so that it is trusted once', async () => {
    const first = await keepCertificate(folder, 'desk.example.org');
    const fingerprint = read(first.cert).fingerprint256;
    const again = await keepCertificate(folder, 'desk.example.org');
    expect(read(again.cert).fingerprint256).toBe(fingerprint);
  });

  it('is made anew for another name', async () => {
    await keepCertificate(folder, 'desk.example.org');
    const { cert } = await keepCertificate(folder, 'help.example.org');
    expect(read(cert).checkHost('help.example.org')).toBe('help.example.org');
  });

  it('keeps its key from others', async () => {
    const { key } = await keepCertificate(folder, 'desk.example.org');
    expect(statSync(key).mode & 0o077).toBe(0);
  });
});

function read(file: string): X509Certificate {
  return new X509Certificate(readFileSync(file));
}
