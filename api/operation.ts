import type { Action } from '../workflows/domain/policy/actions.js';
import type { Session } from '../workflows/domain/session/session.js';
import type { Desk } from './desk.js';
import type { components, operations } from './generated/openapi.js';
import type { AnswerFile } from './http/send-answer.js';
import type { Cookie } from './http/cookies.js';
import type { EventSink } from './live/event-sink.js';
import type { DeviceCaller, StaffCaller } from './callers.js';
import type { Permit } from './policy/permit.js';

/** The name of an operation in `openapi.yaml`. */
export type OperationId = keyof operations;

type Parameters<Id extends OperationId> = operations[Id]['parameters'];
type Given<T> = [Exclude<T, undefined>] extends [never]
  ? Readonly<Record<string, never>>
  : Exclude<T, undefined>;

type BodyOf<Id extends OperationId> = operations[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : undefined;

/** A request as `openapi.yaml` describes it, after the validator has checked it. */
export interface OperationRequest<Id extends OperationId> {
  readonly path: Given<Parameters<Id>['path']>;
  readonly query: Given<Parameters<Id>['query']>;
  readonly headers: Given<Parameters<Id>['header']>;
  readonly body: BodyOf<Id>;
  /** The address as the browser knows it, query and all. */
  readonly url: URL;
  readonly cookies: ReadonlyMap<string, string>;
  /** Of the connection; behind a trusted proxy, of its client. */
  readonly address: string;
}

type Responses<Id extends OperationId> = operations[Id]['responses'];
type Statuses = 200 | 201 | 204 | 302 | 503;

type ContentOf<Response> = Response extends { content: { 'application/json': infer Body } }
  ? { readonly body: Body }
  : Response extends { content: { 'text/event-stream': components['schemas']['ServerSentEvent'] } }
    ? { readonly stream: (sink: EventSink) => Promise<void> | void }
    : Response extends { content: { 'image/svg+xml': string } }
      ? { readonly svg: string }
      : Response extends { content: FileContent }
        ? { readonly file: AnswerFile }
        : unknown;

/** One of the types in which files are given out. */
type FileContent = { readonly [Type in FileType]: Readonly<Record<Type, string>> }[FileType];

type FileType =
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/zip'
  | 'text/csv'
  | 'text/javascript';

type Redirect<Status> = Status extends 302 ? { readonly location: string } : unknown;

/** What an operation may answer: one of the statuses that `openapi.yaml` names, with its content. */
export type Answer<Id extends OperationId> = {
  readonly [S in Extract<keyof Responses<Id>, Statuses>]: {
    readonly status: S;
    readonly cookies?: readonly Cookie[];
  } & Redirect<S> &
    ContentOf<Responses<Id>[S]>;
}[Extract<keyof Responses<Id>, Statuses>];

type Result<Id extends OperationId> = Answer<Id> | Promise<Answer<Id>>;

/** Open to anybody who can reach the desk; the handler checks whatever the request itself proves. */
export interface PublicOperation<Id extends OperationId> {
  readonly access: 'public';
  handle(request: OperationRequest<Id>, desk: Desk): Result<Id>;
}

/** For anybody signed in: about themselves, or a list in which the policy decides on every row. */
export interface SelfOperation<Id extends OperationId> {
  readonly access: 'self' | 'each-row';
  handle(request: OperationRequest<Id>, desk: Desk, caller: StaffCaller): Result<Id>;
}

/** For the user's device, about its own session only. */
export interface DeviceOperation<Id extends OperationId> {
  readonly access: 'device';
  handle(request: OperationRequest<Id>, desk: Desk, device: DeviceCaller): Result<Id>;
}

/** A technician's operation on one session: visible, and permitted for the relation to it. */
export interface SessionOperation<Id extends OperationId> {
  readonly access: 'session';
  readonly action: Action;
  handle(request: OperationRequest<Id>, desk: Desk, permit: SessionPermit): Result<Id>;
}

/** A technician's operation in a channel. */
export interface ChannelOperation<Id extends OperationId> {
  readonly access: 'channel';
  readonly action: Action;
  /** What must be allowed there as well, where one action of the table alone would let in too many. */
  readonly besides?: readonly Action[];
  /** The channel that the request is about. */
  channelOf(request: OperationRequest<Id>, desk: Desk, caller: StaffCaller): string;
  handle(request: OperationRequest<Id>, desk: Desk, permit: Permit): Result<Id>;
}

/** A decision that let a technician at a session, and the session as it stood then. */
export interface SessionPermit extends Permit {
  readonly session: Session;
}

/** How a request is answered: who may, and what is done. */
export type Operation<Id extends OperationId> =
  | PublicOperation<Id>
  | SelfOperation<Id>
  | DeviceOperation<Id>
  | (Id extends WithSession ? SessionOperation<Id> : never)
  | ChannelOperation<Id>;

/** The operations whose path names a session. */
export type WithSession = {
  [Id in OperationId]: operations[Id]['parameters'] extends { path: { id: string } } ? Id : never;
}[OperationId];

/** Every operation of `openapi.yaml`; one that is missing does not compile. */
export type Operations = { readonly [Id in OperationId]: Operation<Id> };
