import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { EventSink } from '../live/event-sink.js';
import { ResponseSink } from '../live/response-sink.js';
import { type Cookie, setCookie } from './cookies.js';

/** A file to be kept by who asked for it. */
export interface AnswerFile {
  readonly name: string;
  readonly type: string;
  /** Whole, or piece by piece as it is made. */
  readonly content: Buffer | AsyncIterable<Uint8Array>;
  /** Lets go of what the content is made from; called once, however much of it was read. */
  readonly close?: () => Promise<void>;
}

/** What any operation may answer. */
export interface AnyAnswer {
  readonly status: number;
  readonly cookies?: readonly Cookie[];
  readonly body?: unknown;
  readonly location?: string;
  readonly svg?: string;
  readonly file?: AnswerFile;
  readonly stream?: (sink: EventSink) => Promise<void> | void;
}

/** Puts an operation's answer on the wire. Nothing of it is ever kept by a cache, but pictures are. */
export async function sendAnswer(
  request: Request,
  response: Response,
  answer: AnyAnswer,
  secure: boolean,
): Promise<void> {
  for (const cookie of answer.cookies ?? [])
    response.append('Set-Cookie', setCookie(cookie, secure));
  response.status(answer.status).set('Cache-Control', 'no-store');
  if (answer.stream) await stream(request, response, answer.stream);
  else if (answer.location !== undefined) response.redirect(answer.status, answer.location);
  else if (answer.file !== undefined) await download(response, answer.file);
  else if (answer.svg !== undefined) picture(response, answer.svg);
  else if (answer.body !== undefined) response.json(answer.body);
  else response.end();
}

async function stream(
  request: Request,
  response: Response,
  begin: NonNullable<AnyAnswer['stream']>,
): Promise<void> {
  const sink = new ResponseSink(request, response);
  sink.open();
  await begin(sink);
}

async function download(response: Response, file: AnswerFile): Promise<void> {
  const { name, type, content, close } = file;
  response.set({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });
  try {
    if (Buffer.isBuffer(content)) response.send(content);
    else await pipeline(Readable.from(content), response);
  } finally {
    await close?.();
  }
}

function picture(response: Response, svg: string): void {
  // A drawing that is opened by itself must not become a page that acts here.
  response.set({
    'Content-Type': 'image/svg+xml; charset=utf-8',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'public, max-age=3600',
  });
  response.send(svg);
}
