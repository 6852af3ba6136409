import { createServer, type ServerResponse } from 'node:http';
import { serveBare } from '../serve-bare.js';

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
serveBare(server);
