import type { Request, RequestHandler, Response } from 'express';
import type { Desk } from '../desk.js';
import type {
  ChannelOperation,
  DeviceOperation,
  OperationId,
  OperationRequest,
  PublicOperation,
  SelfOperation,
  SessionOperation,
  WithSession,
} from '../operation.js';
import type { operations } from '../operations.js';
import { OtherMethodError } from '../problems/other-method-error.js';
import { ProblemError } from '../problems/problem-error.js';
import { authenticateDevice, authenticateStaff } from './authentication.js';
import { readCookies } from './cookies.js';
import { once, repeatableRequest } from './idempotency.js';
import { requireReadableTexts } from './readable-texts.js';
import { jsonBodyOf, type RequestValidation } from './request-validation.js';
import type { Match, RouteTable } from './route-table.js';
import { runMiddleware } from './run-middleware.js';
import { requireOwnPages } from './same-origin.js';
import { sendAnswer, type AnyAnswer } from './send-answer.js';

/** What the handler is made of. */
export interface ApiHandlerOptions {
  readonly desk: Desk;
  readonly operations: typeof operations;
  readonly routes: RouteTable;
  readonly limitersOf: (id: OperationId) => readonly RequestHandler[];
  readonly validation: RequestValidation;
}

/** An operation, whichever it is. */
type AnyOperation =
  | PublicOperation<OperationId>
  | SelfOperation<OperationId>
  | DeviceOperation<OperationId>
  | ChannelOperation<OperationId>
  | SessionOperation<WithSession>;

/** A request that the validator has proved to be one of its operation's own. */
type AnyRequest = OperationRequest<WithSession>;

/** Answers every request below `/api`: find, limit, know, validate, permit, do, show. */
export function apiHandler(options: ApiHandlerOptions): RequestHandler {
  const { desk, routes, limitersOf } = options;
  return async (request, response) => {
    const match = foundIn(routes, request);
    requireOwnPages(request, desk.settings.publicUrl);
    for (const limiter of limitersOf(match.id)) await runMiddleware(limiter, request, response);
    // Every operation takes its own kind of request; which one is proved only at run time.
    const operation = options.operations[match.id] as AnyOperation;
    const act = await admitted(operation, request, desk);
    await validate(match, request, response, options.validation);
    const asked = requestOf(request, match, desk);
    requireReadableTexts(asked);
    const answer = await act(asked);
    await sendAnswer(request, response, answer, desk.settings.cookies.secure);
  };
}

function foundIn(routes: RouteTable, request: Request): Match {
  const found = routes.find(request.method, request.path);
  if (found === 'not-found') throw new ProblemError(found);
  if ('allowed' in found) throw new OtherMethodError(found.allowed);
  return found;
}

type Act = (request: AnyRequest) => Promise<AnyAnswer>;

/** Finds out who asks, and gives back what is to be done once the request is known to be well formed. */
async function admitted(operation: AnyOperation, request: Request, desk: Desk): Promise<Act> {
  switch (operation.access) {
    case 'public':
      return async (asked) => operation.handle(asked, desk);
    case 'device': {
      const device = await authenticateDevice(request, desk);
      return repeated(request, desk, `device ${device.deviceId}`, async (asked) =>
        operation.handle(asked, desk, device),
      );
    }
    case 'self':
    case 'each-row': {
      const caller = await authenticateStaff(request, desk);
      return async (asked) => operation.handle(asked, desk, caller);
    }
    case 'channel': {
      const caller = await authenticateStaff(request, desk);
      return repeated(request, desk, `technician ${caller.technician}`, async (asked) => {
        const channel = operation.channelOf(asked, desk, caller);
        const permit = desk.policy.permitInChannel(caller, channel, operation.action);
        for (const action of operation.besides ?? []) {
          desk.policy.permitInChannel(caller, channel, action);
        }
        return operation.handle(asked, desk, permit);
      });
    }
    case 'session': {
      const caller = await authenticateStaff(request, desk);
      return repeated(request, desk, `technician ${caller.technician}`, async (asked) => {
        const session = await desk.stores.record.find(asked.path.id);
        if (!session) throw new ProblemError('not-found');
        const permit = desk.policy.permitOnSession(caller, session, operation.action);
        return operation.handle(asked, desk, { ...permit, session });
      });
    }
  }
}

function repeated(request: Request, desk: Desk, caller: string, act: Act): Act {
  const keeping = { store: desk.stores.idempotency, key: desk.settings.keys.keptAnswer };
  return (asked) => once(keeping, repeatableRequest(request, caller), () => act(asked));
}

async function validate(
  match: Match,
  request: Request,
  response: Response,
  validation: RequestValidation,
): Promise<void> {
  const hasBody = request.method === 'POST' || request.method === 'PUT';
  // A content type that nobody reads would only fill the validator's memory.
  if (!hasBody || request.headers['content-length'] === '0') delete request.headers['content-type'];
  else requireJson(request);
  if (hasBody) await runMiddleware(jsonBodyOf(match.id), request, response);
  await validation.check(match, request, response);
}

function requireJson(request: Request): void {
  const type = request.headers['content-type'];
  if (type === undefined) return;
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(type)) {
    throw new ProblemError('unsupported-media-type');
  }
  request.headers['content-type'] = 'application/json';
}

function requestOf(request: Request, { path }: Match, desk: Desk): AnyRequest {
  const { headers } = request;
  const asked = {
    path,
    query: request.query,
    headers: { 'Idempotency-Key': headers['idempotency-key']?.toString().toLowerCase() },
    body: request.body as unknown,
    url: new URL(request.originalUrl, desk.settings.publicUrl),
    cookies: readCookies(headers.cookie),
    address: request.ip ?? '',
  };
  // The validator has just checked path, query, headers and body against the description.
  return asked as unknown as AnyRequest;
}
