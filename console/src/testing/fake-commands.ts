import type { ChatMessage, SessionDetail } from '../app/desk/contract.js';
import { json, problem } from './fake-answers.js';
import type { FakeStream } from './fake-stream.js';
import { greta, hugo } from './people.js';

/** What a command may touch of the fake desk. */
interface Commanded {
  readonly messages: ChatMessage[];
  readonly live: FakeStream;
  change(id: string, change: Partial<SessionDetail>): SessionDetail;
}

/** What the fake desk does on a command, as far as the console shows it. */
export function answerCommand(
  desk: Commanded,
  session: SessionDetail,
  command: string,
  body: unknown,
): Response {
  if (command === 'messages') return json(write(desk, session, body), 201);
  if (command === 'media-ticket') {
    return problem({ type: '/problems/desk-unavailable', title: 'No picture here.', status: 503 });
  }
  const changed = changeFor(command, body);
  if (!changed)
    return problem({ type: '/problems/not-found', title: 'Nothing here.', status: 404 });
  return json(desk.change(session.id, changed));
}

function changeFor(command: string, body: unknown): Partial<SessionDetail> | null {
  const now = new Date().toISOString();
  switch (command) {
    case 'claim':
      return { assignee: greta, abilities: ['start', 'close', 'transfer', 'hold', 'write'] };
    case 'start':
      return { question: questionFor(body), consent: 'asked', abilities: ['disconnect', 'write'] };
    case 'disconnect':
      return {
        question: null,
        consent: 'refused',
        state: 'ready',
        abilities: ['start', 'close', 'write'],
      };
    case 'hold':
      return { hold: 'waiting-user', abilities: ['resume', 'close', 'write'] };
    case 'resume':
      return { hold: null, abilities: ['start', 'hold', 'close', 'write'] };
    case 'close':
      return { state: 'closed', outcome: 'solved', endedAt: now, abilities: ['reopen'] };
    case 'transfer':
      return { assignee: null, abilities: ['claim'] };
    case 'assign':
      return { assignee: hugo, abilities: ['assign'] };
    case 'decline':
      return { offer: null, transfer: null, abilities: [] };
    case 'call-off-transfer':
      return { transfer: null };
    case 'collaborators':
    case 'mouse':
      return {};
    case 'escalate':
      return { level: 2 };
    case 'reopen':
      return { state: 'ready', outcome: null, endedAt: null, abilities: ['start', 'close'] };
    default:
      return null;
  }
}

function questionFor(body: unknown): SessionDetail['question'] {
  const { scopes } = body as { scopes: SessionDetail['grantedScopes'] };
  const until = new Date(Date.now() + 30_000).toISOString();
  return { id: crypto.randomUUID(), scopes, by: greta, until };
}

function write(desk: Commanded, session: SessionDetail, body: unknown): ChatMessage {
  const { text } = body as { text: string };
  const message: ChatMessage = {
    id: crypto.randomUUID(),
    sessionId: session.id,
    at: new Date().toISOString(),
    side: 'technician',
    author: greta.name,
    text,
  };
  desk.messages.push(message);
  desk.live.send('message', message);
  return message;
}
