import { idOf, type JsonObject, objectOf, textOf } from './json-value.js';
import { roomRequest, type RelayRight } from './room-request.js';

/** A request to Janus rebuilt from what is allowed in it; nothing that a client wrote passes unread. */
export interface JanusRequest {
  readonly janus: string;
  readonly transaction: string;
  /** The relay session that it is about; null for `create`. */
  readonly session: number | null;
  readonly message: JsonObject;
}

const longestTransaction = 100;
const longestSdp = 60_000;
const videoRoom = 'janus.plugin.videoroom';

/** Reads a client's frame; null is anything that the relay does not pass on. */
export function readJanusRequest(frame: string, right: RelayRight): JanusRequest | null {
  const given = parsed(frame);
  const janus = textOf(given?.['janus'], 20);
  const transaction = textOf(given?.['transaction'], longestTransaction);
  if (!given || janus === null || transaction === null) return null;
  if (janus === 'create') {
    return { janus, transaction, session: null, message: { janus, transaction } };
  }
  const session = idOf(given['session_id']);
  const rest = session === null ? null : restOf(janus, given, right);
  if (session === null || rest === null) return null;
  const message = { janus, transaction, session_id: session, ...rest };
  return { janus, transaction, session, message };
}

function parsed(frame: string): JsonObject | null {
  try {
    return objectOf(JSON.parse(frame));
  } catch {
    // Not JSON, so nothing of ours.
    return null;
  }
}

/** The fields beside session and transaction, or null where the verb or a field is not allowed. */
function restOf(janus: string, given: JsonObject, right: RelayRight): JsonObject | null {
  switch (janus) {
    case 'claim':
    case 'keepalive':
    case 'destroy':
      return {};
    case 'attach':
      return given['plugin'] === videoRoom ? { plugin: videoRoom } : null;
    case 'detach':
    case 'hangup':
      return withHandle(given, {});
    case 'trickle':
      return withHandle(given, candidatesOf(given));
    case 'message':
      return withHandle(given, messageOf(given, right));
    default:
      return null;
  }
}

function withHandle(given: JsonObject, rest: JsonObject | null): JsonObject | null {
  const handle = idOf(given['handle_id']);
  return handle === null || rest === null ? null : { handle_id: handle, ...rest };
}

function candidatesOf(given: JsonObject): JsonObject | null {
  if (given['candidate'] !== undefined) {
    const candidate = candidateOf(given['candidate']);
    return candidate && { candidate };
  }
  const list = given['candidates'];
  if (!Array.isArray(list) || list.length > 50) return null;
  const candidates = list.map(candidateOf).filter((candidate) => candidate !== null);
  return candidates.length === list.length ? { candidates } : null;
}

function candidateOf(value: unknown): JsonObject | null {
  const given = objectOf(value);
  if (!given) return null;
  if (given['completed'] === true) return { completed: true };
  const candidate = textOf(given['candidate'], 1_000);
  if (candidate === null) return null;
  const sdpMid = textOf(given['sdpMid'], 32);
  const line = given['sdpMLineIndex'];
  return {
    candidate,
    ...(sdpMid === null ? {} : { sdpMid }),
    ...(typeof line === 'number' && Number.isInteger(line) ? { sdpMLineIndex: line } : {}),
  };
}

function messageOf(given: JsonObject, right: RelayRight): JsonObject | null {
  const jsep = given['jsep'] === undefined ? null : jsepOf(given['jsep'], right);
  if (given['jsep'] !== undefined && jsep === null) return null;
  const body = objectOf(given['body']);
  const passed = body && roomRequest(body, right);
  if (!passed) return null;
  return jsep ? { body: passed, jsep } : { body: passed };
}

// What Janus takes for a medium is more than what the standard writes, so only that very spelling passes.
const otherThanPicture = /^\s*m=(?!(?:video|application) )/m;
const otherThanData = /^\s*m=(?!application )/m;

function jsepOf(value: unknown, { publishesPicture }: RelayRight): JsonObject | null {
  const given = objectOf(value);
  const type = given?.['type'];
  const sdp = textOf(given?.['sdp'], longestSdp);
  if (sdp === null || (type !== 'offer' && type !== 'answer')) return null;
  // An offer is what somebody sends; a technician sends nothing but data.
  const sendsOther = publishesPicture ? otherThanPicture : otherThanData;
  if (type === 'offer' && sendsOther.test(sdp)) return null;
  return { type, sdp };
}
