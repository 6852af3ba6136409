import { createServer, type Server } from 'node:http';

/** Answers on a port of loopback while the process is alive; null without a port. */
export function serveHealth(port: number | null): Server | null {
  if (port === null) return null;
  const server = createServer((request, response) => {
    const isKnown = request.method === 'GET' && request.url === '/health';
    response.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ status: isKnown ? 'ok' : 'not-found' }));
  });
  return server.listen(port, '127.0.0.1');
}
