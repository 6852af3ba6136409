import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { generate } from 'selfsigned';

const run = promisify(execFile);
const trusting = new URL('./trust-the-machine.js', import.meta.url).href;

describe('A desk with a certificate of its own', () => {
  let folder: string;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mayday-trust-'));
    const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
    });
    writeFileSync(join(folder, 'cert.pem'), cert);
    server = createServer({ cert, key }, (_request, response) => response.end('here'));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    url = `https://localhost:${typeof address === 'object' && address ? address.port : 0}/`;
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  /** What the helper gets from the desk on a machine that believes these certificates. */
  async function reached(believed: Readonly<Record<string, string>>): Promise<string> {
    const program = `
      const { trustTheMachine } = await import(${JSON.stringify(trusting)});
      trustTheMachine();
      const answer = await fetch(${JSON.stringify(url)}).catch((error) => error);
      console.log(answer.ok ? await answer.text() : answer.cause.code);`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
      env: { PATH: process.env['PATH'], ...believed },
    });
    return stdout.trim();
  }

  it('is reached from a machine on which the certificate was installed', async () => {
    expect(await reached({ SSL_CERT_FILE: join(folder, 'cert.pem') })).toBe('here');
  });

  it('is not reached from any other', async () => {
    expect(await reached({})).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
  });
});
