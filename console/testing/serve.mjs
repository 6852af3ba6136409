import { createReadStream, existsSync } from 'node:fs';
/* global AbortController */
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { build } from 'esbuild';

/** Serves the built console on a desk in memory, to look at: `node console/testing/serve.mjs [port] [rows]`. */
const [port = '25100', rows = '0'] = process.argv.slice(2);
const root = new URL('../../', import.meta.url).pathname;
const origin = `http://127.0.0.1:${port}`;
globalThis.location = { origin };

const bundled = await build({
  stdin: {
    contents: `export { FakeDesk } from './fake-desk.ts'; export { fillWithADay } from './sample-day.ts'; export { fillTheLog } from './sample-audit.ts';`,
    resolveDir: join(root, 'console/src/testing'),
  },
  bundle: true,
  format: 'esm',
  platform: 'node',
  write: false,
});
const code = Buffer.from(bundled.outputFiles[0].contents).toString('base64');
const { FakeDesk, fillTheLog, fillWithADay } = await import(`data:text/javascript;base64,${code}`);

const desk = new FakeDesk();
fillWithADay(desk);
desk.me.actions.atDesk.push(
  ...['channel.create', 'channel.configure', 'channel.staff', 'group.manage'],
  ...['technician.invite', 'technician.edit', 'technician.assign-role'],
);
desk.me.actions.anywhere.push(...desk.me.actions.atDesk);
fillTheLog(desk);
for (let row = 0; row < Number(rows); row += 1) desk.add({ subject: `Row ${row}` });

const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};
const policy =
  "default-src 'none'; base-uri 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; script-src 'self'; style-src 'self'";
const colours = { greta: '#f4845f', hugo: '#6ea8fe', ivan: '#7cc6a4' };

createServer((request, response) => {
  void answer(request, response).catch((failure) => {
    console.error(failure);
    response.destroy();
  });
}).listen(Number(port), '127.0.0.1', () => {
  console.log(`The console on a desk in memory: ${origin}`);
});

async function answer(request, response) {
  const url = new URL(request.url, origin);
  if (url.pathname.endsWith('/face')) return face(url, response);
  if (url.pathname.startsWith('/api/')) return api(url, request, response);
  const path = join(root, 'build/console', url.pathname);
  const file = extname(path) && existsSync(path) ? path : join(root, 'build/console/index.html');
  response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
  response.setHeader('content-security-policy', policy);
  createReadStream(file).pipe(response);
}

async function api(url, request, response) {
  const stop = new AbortController();
  response.on('close', () => stop.abort());
  const chunks = await request.toArray();
  const body = request.method === 'GET' ? undefined : Buffer.concat(chunks);
  const { method, headers } = request;
  const answer = await desk.fetch(url, { method, headers, body, signal: stop.signal });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  if (answer.body === null) return response.end();
  Readable.fromWeb(answer.body)
    .on('error', () => response.destroy())
    .pipe(response);
}

function face(url, response) {
  const key = url.pathname.split('/')[3];
  response.setHeader('content-type', 'image/svg+xml');
  response.end(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="${colours[key] ?? '#98a3b3'}"/><circle cx="16" cy="13" r="6" fill="#fff8"/><circle cx="16" cy="32" r="11" fill="#fff8"/></svg>`,
  );
}
