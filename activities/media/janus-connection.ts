import { type Fields, fieldOf, fieldsIn, JanusLine } from './janus-line.js';
import { janusToken, videoRoomPlugin } from './janus-token.js';

const tokenLifetimeMs = 60_000;
const answerWithinMs = 2_000;
const keepAliveEveryMs = 25_000;

/** Janus could not be reached, did not let the desk in, or did not answer in time. */
export class RelayUnreachableError extends Error {
  constructor(cause: unknown) {
    super('The media relay cannot be reached.', { cause });
    this.name = 'RelayUnreachableError';
  }
}

/** A line with a session of Janus and a handle of its VideoRoom. */
interface Attached {
  readonly line: JanusLine;
  readonly session: unknown;
  readonly handle: unknown;
  readonly keepAlive: NodeJS.Timeout;
}

/** The desk's own way to Janus's VideoRoom, opened when it is needed and again after it was lost. */
export class JanusConnection {
  readonly #url: string;
  readonly #tokenSecret: string;
  #attached: Promise<Attached> | null = null;

  constructor(url: string, tokenSecret: string) {
    this.#url = url;
    this.#tokenSecret = tokenSecret;
  }

  /** Asks the VideoRoom something and gives its answer's fields, errors of the plugin too. */
  async ask(body: Fields): Promise<Fields> {
    const attached = (this.#attached ??= this.#attach());
    try {
      return await inTime(attached.then((end) => askRoom(end, body)));
    } catch (error) {
      this.#drop(attached);
      throw new RelayUnreachableError(error);
    }
  }

  /** Lets go of the line; again does nothing. */
  close(): void {
    if (this.#attached) this.#drop(this.#attached);
  }

  async #attach(): Promise<Attached> {
    const token = () => janusToken(this.#tokenSecret, tokenLifetimeMs);
    const line = await JanusLine.open(this.#url, token, answerWithinMs);
    try {
      return await inTime(attach(line));
    } catch (error) {
      line.close();
      throw error;
    }
  }

  #drop(attached: Promise<Attached>): void {
    if (this.#attached === attached) this.#attached = null;
    attached.then(hangUp, () => undefined); // One that never came about has nothing to let go of.
  }
}

async function attach(line: JanusLine): Promise<Attached> {
  const session = await made(line, { janus: 'create' });
  const request = { janus: 'attach', plugin: videoRoomPlugin, session_id: session };
  const handle = await made(line, request);
  return { line, session, handle, keepAlive: keepAlive(line, session) };
}

function hangUp({ line, keepAlive }: Attached): void {
  clearInterval(keepAlive);
  line.close();
}

async function made(line: JanusLine, request: Fields): Promise<unknown> {
  const answer = await line.request(request);
  const id = fieldOf(answer['data'], 'id');
  if (id === undefined) throw new Error(`Janus did not ${String(request['janus'])}.`);
  return id;
}

async function askRoom({ line, session, handle }: Attached, body: Fields): Promise<Fields> {
  const request = { janus: 'message', session_id: session, handle_id: handle, body };
  const answer = await line.request(request);
  const data = fieldOf(answer['plugindata'], 'data');
  if (data === undefined) throw new Error('Janus did not pass the request on to its room.');
  return fieldsIn(data);
}

function keepAlive(line: JanusLine, session: unknown): NodeJS.Timeout {
  return setInterval(() => {
    // A line that is gone shows itself with the next request.
    line.request({ janus: 'keepalive', session_id: session }).catch(() => undefined);
  }, keepAliveEveryMs).unref();
}

function inTime<T>(work: Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const timer = setTimeout(() => {
    reject(new Error('Janus gave no answer in time.'));
  }, answerWithinMs);
  work.then(resolve, reject).finally(() => {
    clearTimeout(timer);
  });
  return promise;
}
