import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// Streams with nothing behind them: a buffer that is ready is written to all at a word.
const [event = ''] = process.argv.slice(2);
const ready = Buffer.from(event, 'base64');
const streams = new Set<ServerResponse>();
const server = createServer((request, response) => {
  if (request.url === '/tell') {
    for (const stream of streams) stream.write(ready);
    response.end();
    return;
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
  streams.add(response);
  response.on('close', () => streams.delete(response));
});
server.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('disconnect', () => {
  process.exit(0);
});
