import { createServer } from 'node:http';
import express from 'express';
import { serveBare } from '../serve-bare.js';

// Express alone: the same bytes under the same headers for whatever is asked.
const [headers = '{}', body = ''] = process.argv.slice(2);
const bytes = Buffer.from(body, 'base64');
const app = express();
app.disable('x-powered-by');
app.get('/{*any}', (_request, response) => {
  response.set(JSON.parse(headers) as Record<string, string>).end(bytes);
});
serveBare(createServer(app));
