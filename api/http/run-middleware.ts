import type { Request, RequestHandler, Response } from 'express';

/** Runs a middleware as a step of an asynchronous function; rejects with what it passes to `next`. */
export function runMiddleware(
  middleware: RequestHandler,
  request: Request,
  response: Response,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = (error?: unknown): void => {
      if (error === undefined || error === null) resolve();
      // A middleware passes an error object, or in Express's older manner the word `router`.
      else
        reject(error instanceof Error ? error : new Error(`Stopped by ${JSON.stringify(error)}.`));
    };
    Promise.resolve(middleware(request, response, done)).catch(done);
  });
}
