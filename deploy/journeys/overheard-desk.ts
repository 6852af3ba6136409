import { text as textOf } from 'node:stream/consumers';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until } from '../supervisor/until.js';

/** A way to a desk on which one hears the code that somebody is shown, as a technician does on the phone. */
export interface OverheardDesk {
  readonly url: string;
  /** The digits that were given out last. */
  code(): Promise<string>;
  close(): void;
}

/** Opens one. It carries what a helper says before it has joined; the link it gets leads past it. */
export async function overhear(desk: string): Promise<OverheardDesk> {
  const heard: string[] = [];
  const server = createServer((request, response) => {
    void carry(desk, request, response, (code) => heard.push(code));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    code: () => until('a code to be read out', () => heard.at(-1)),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function carry(
  desk: string,
  request: IncomingMessage,
  response: ServerResponse,
  tell: (code: string) => void,
): Promise<void> {
  const body = await textOf(request);
  const { method = 'GET', url = '/', headers } = request;
  const answer = await fetch(new URL(url, desk), {
    method,
    headers: { 'Content-Type': headers['content-type'] ?? 'application/json' },
    ...(body === '' ? {} : { body }),
  });
  const text = await answer.text();
  if (url === '/api/codes' && answer.ok) tell((JSON.parse(text) as { code: string }).code);
  response.writeHead(answer.status, { 'Content-Type': 'application/json' });
  response.end(text);
}
