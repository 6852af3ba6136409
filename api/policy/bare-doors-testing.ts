import express from 'express';
import { pino } from 'pino';
import { RefusedError } from '../../activities/commands/command-errors.js';
import { closeServer, createDeskServer, listen } from '../compose/listen.js';
import type { Desk } from '../desk.js';
import { apiHandler } from '../http/api-handler.js';
import { problemHandler } from '../http/problem-handler.js';
import { RequestValidation } from '../http/request-validation.js';
import type { RouteTable } from '../http/route-table.js';
import type { Operations } from '../operation.js';
import { operations } from '../operations.js';

/** Where the doors stand open, until they are closed. */
export interface BareDoors {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves every operation of a description with nothing behind it. */
export async function openBareDoors(
  desk: Desk,
  { description, table }: { readonly description: string; readonly table: RouteTable },
): Promise<BareDoors> {
  const app = express();
  const validation = new RequestValidation(description, { checkAnswers: false });
  const parts = { desk, operations: doorsOnly(), routes: table, validation };
  app.use(apiHandler({ ...parts, limitersOf: () => [] }));
  app.use(problemHandler(pino({ level: 'silent' }), desk.policy));
  const server = createDeskServer(app, desk.relay, null);
  await listen(server, '127.0.0.1', 0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, close: () => closeServer(server, 100) };
}

/** Every door with nothing behind it: whoever gets in hears that it is not time yet. */
function doorsOnly(): Operations {
  const nothingBehind = (): never => {
    throw new RefusedError({ refused: 'not-due', about: null });
  };
  const closed = Object.entries(operations).map(([id, operation]) => {
    return [id, { ...operation, handle: nothingBehind }];
  });
  // Whatever an operation answers, it never comes to that here.
  return Object.fromEntries(closed) as Operations;
}
