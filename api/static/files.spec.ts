import { once } from 'node:events';
import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import express from 'express';
import { files } from './files.js';

describe('The files of a folder', () => {
  const text = 'export const words = "a b c d";'.repeat(50);
  let folder: string;
  let server: Server;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mayday-files-'));
    for (const name of ['main-ABCDEFGH.js', 'gone-ABCDEFGH.js', 'whole-ABCDEFGH.js', 'icons.svg']) {
      writeFileSync(join(folder, name), text);
    }
    for (const name of ['main-ABCDEFGH.js', 'gone-ABCDEFGH.js', 'icons.svg']) {
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(text));
    }
    const app = express();
    app.use(files(folder), (_request, response) => void response.status(404).end());
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  async function ask(path: string, encodings: string, method = 'GET') {
    const { port } = server.address() as AddressInfo;
    const headers = { 'Accept-Encoding': encodings };
    const asked = request({ method, port, path, headers, agent: false }).end();
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    const { statusCode: status, headers: said } = response;
    return { status, said, body: await buffer(response) };
  }

  it('come squeezed to whoever takes that, as what they are and for ever', async () => {
    const { said, body } = await ask('/main-ABCDEFGH.js', 'gzip, deflate, br');
    expect(said['content-encoding']).toBe('br');
    expect(said['content-type']?.toLowerCase()).toBe('text/javascript; charset=utf-8');
    expect(said['cache-control']).toContain('immutable');
    expect(said.vary).toBe('Accept-Encoding');
    expect(brotliDecompressSync(body).toString()).toBe(text);
    const icons = await ask('/icons.svg', 'br');
    expect(icons.said['content-type']).toBe('image/svg+xml');
    expect(icons.said['cache-control']).toContain('must-revalidate');
  });

  it('come whole to whoever does not, and where nothing was squeezed', async () => {
    const plain = await ask('/main-ABCDEFGH.js', 'gzip');
    expect(plain.said['content-encoding']).toBeUndefined();
    expect(plain.said.vary).toBe('Accept-Encoding');
    expect(plain.body.toString()).toBe(text);
    const unsqueezed = await ask('/whole-ABCDEFGH.js', 'br');
    expect(unsqueezed.said['content-encoding']).toBeUndefined();
    expect(unsqueezed.body.toString()).toBe(text);
  });

  it('leave what is no file of theirs to others', async () => {
    for (const path of ['/', '/none.js', '/main-ABCDEFGH.js/', '/..%2fetc', '/%E0%A4%A']) {
      const { status, said } = await ask(path, 'br');
      expect([400, 403, 404])
        .withContext(path)
        .toContain(status ?? 0);
      expect(said['content-encoding']).withContext(path).toBeUndefined();
    }
  });

  it('say nothing of themselves in what others answer', async () => {
    unlinkSync(join(folder, 'gone-ABCDEFGH.js.br'));
    for (const [method, path] of [
      ['GET', '/gone-ABCDEFGH.js'],
      ['POST', '/main-ABCDEFGH.js'],
    ] as const) {
      const { status, said } = await ask(path, 'br', method);
      expect(status).withContext(method).toBe(404);
      expect(said['content-encoding']).withContext(method).toBeUndefined();
      expect(said['content-type']).withContext(method).toBeUndefined();
    }
  });
});
