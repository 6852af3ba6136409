import type { AddressInfo } from 'node:net';
import express from 'express';

// Express alone: the same bytes under the same headers for whatever is asked.
const [headers = '{}', body = ''] = process.argv.slice(2);
const bytes = Buffer.from(body, 'base64');
const app = express();
app.disable('x-powered-by');
app.get('/{*any}', (_request, response) => {
  response.set(JSON.parse(headers) as Record<string, string>).end(bytes);
});
const server = app.listen(0, '127.0.0.1', () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on('disconnect', () => {
  process.exit(0);
});
