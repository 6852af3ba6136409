import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { until } from '../../workflows/until-testing.js';

/** One call as another system got it. */
export interface ReceivedCall {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Another system that is told by webhook, and answers as the spec says. */
export class HttpReceiver {
  readonly calls: ReceivedCall[] = [];
  answer = 204;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        this.calls.push({ headers: request.headers, body });
        response.writeHead(this.answer).end();
      });
    });
  }

  static async open(): Promise<HttpReceiver> {
    const receiver = new HttpReceiver();
    const { promise, resolve } = Promise.withResolvers<undefined>();
    receiver.#server.listen(0, '127.0.0.1', () => {
      resolve(undefined);
    });
    await promise;
    return receiver;
  }

  get url(): string {
    const address = this.#server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    return `http://127.0.0.1:${port}/hook`;
  }

  /** Waits for a call that fits. */
  call(fits: (call: ReceivedCall) => boolean): Promise<ReceivedCall> {
    return until('the call comes', () => this.calls.find(fits));
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
