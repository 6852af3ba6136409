import { STATUS_CODES, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { ProblemError } from '../problems/problem-error.js';
import type { ProblemCode } from '../problems/problem-codes.js';

/** The problem for each way in which Node gives a request up before anybody sees it; all others are no HTTP. */
const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'head-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
};

/** Lets a server answer with a problem too what never became a request, and let go of the connection. */
export function refuseUnreadable(server: Server): void {
  const answering = new WeakSet<Duplex>();
  server.on('request', ({ socket }, response) => {
    answering.add(socket);
    response.once('close', () => answering.delete(socket));
  });
  server.on('clientError', (error: Error & { code?: string }, socket) => {
    // A second answer within the first would be taken for a part of it.
    if (!socket.writable || answering.has(socket)) socket.destroy();
    else refuse(socket, new ProblemError(codes[error.code ?? ''] ?? 'malformed-request'));
  });
}

function refuse(socket: Duplex, error: ProblemError): void {
  const problem = error.toProblem();
  const body = JSON.stringify(problem);
  socket.once('finish', () => {
    socket.destroy();
  });
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status] ?? ''}`,
      'Connection: close',
      'Content-Type: application/problem+json',
      'Cache-Control: no-store',
      `Content-Length: ${Buffer.byteLength(body)}`,
      '',
      body,
    ].join('\r\n'),
  );
}
