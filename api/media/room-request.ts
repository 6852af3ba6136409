import { type JsonObject, objectOf, textOf } from './json-value.js';

/** What one socket may do in its room. */
export interface RelayRight {
  readonly room: string;
  /** The room's pin, or null; clients never learn it. */
  readonly pin: string | null;
  readonly participant: string;
  /** Other names under which it may send: the device has one for each technician. */
  readonly mayBe: (participant: string) => boolean;
  readonly publishesPicture: boolean;
  /** Whose feeds it may take: a technician the device's, the device the technicians'. */
  readonly mayTake: (feed: string) => boolean;
}

const longestName = 80;

/** A request to the video room with room and identity forced, or null where it is not allowed. */
export function roomRequest(body: JsonObject, right: RelayRight): JsonObject | null {
  const request = body['request'];
  if (body['room'] !== undefined && body['room'] !== right.room) return null;
  switch (request) {
    case 'join':
      return body['ptype'] === 'publisher' ? joinAsPublisher(body, right) : subscribe(body, right);
    case 'publish':
    case 'configure':
      return configured(request, body);
    case 'subscribe':
    case 'unsubscribe':
    case 'update':
      return changed(request, body, right);
    case 'listparticipants':
      return { request, room: right.room };
    case 'start':
    case 'pause':
    case 'leave':
    case 'unpublish':
      return { request };
    default:
      return null;
  }
}

function joinAsPublisher(body: JsonObject, { room, participant, mayBe, pin }: RelayRight) {
  const id = body['id'] === undefined ? participant : textOf(body['id'], longestName);
  if (id === null || (id !== participant && !mayBe(id))) return null;
  return {
    request: 'join',
    ptype: 'publisher',
    room,
    id,
    ...(pin === null ? {} : { pin }),
  };
}

function subscribe(body: JsonObject, right: RelayRight): JsonObject | null {
  if (body['ptype'] !== 'subscriber') return null;
  const streams = streamsOf(body['streams'], right);
  if (!streams || streams.length === 0) return null;
  const { room, pin } = right;
  return { request: 'join', ptype: 'subscriber', room, streams, ...(pin === null ? {} : { pin }) };
}

/** Sending more or less; recording and whatever else a publisher can set is for the desk alone. */
function configured(request: 'publish' | 'configure', body: JsonObject): JsonObject | null {
  const { bitrate, streams } = body;
  const steady = typeof bitrate === 'number' && Number.isSafeInteger(bitrate) && bitrate >= 0;
  if (streams !== undefined && !Array.isArray(streams)) return null;
  const settings = (streams ?? []).slice(0, 20).map(settingOf);
  if (settings.some((setting) => setting === null)) return null;
  return {
    request,
    ...(steady ? { bitrate } : {}),
    ...(body['keyframe'] === true ? { keyframe: true } : {}),
    ...(settings.length > 0 ? { streams: settings } : {}),
  };
}

const numbers = ['min_delay', 'max_delay', 'substream', 'temporal'] as const;

function settingOf(value: unknown): JsonObject | null {
  const given = objectOf(value);
  const mid = textOf(given?.['mid'], 32);
  if (!given || mid === null) return null;
  const known = numbers
    .map((name) => [name, given[name]] as const)
    .filter(([, number]) => typeof number === 'number');
  const send = given['send'];
  return { mid, ...(typeof send === 'boolean' ? { send } : {}), ...Object.fromEntries(known) };
}

function changed(request: string, body: JsonObject, right: RelayRight): JsonObject | null {
  if (request !== 'update') {
    const streams = streamsOf(body['streams'], right);
    return streams && { request, streams };
  }
  const taken = body['subscribe'] === undefined ? [] : streamsOf(body['subscribe'], right);
  const left = body['unsubscribe'] === undefined ? [] : streamsOf(body['unsubscribe'], right);
  if (!taken || !left) return null;
  return {
    request,
    ...(taken.length > 0 ? { subscribe: taken } : {}),
    ...(left.length > 0 ? { unsubscribe: left } : {}),
  };
}

function streamsOf(value: unknown, right: RelayRight): readonly JsonObject[] | null {
  if (!Array.isArray(value) || value.length > 20) return null;
  const streams = value.map((stream) => streamOf(stream, right)).filter((one) => one !== null);
  return streams.length === value.length ? streams : null;
}

function streamOf(value: unknown, { mayTake }: RelayRight): JsonObject | null {
  const given = objectOf(value);
  const feed = textOf(given?.['feed'], longestName);
  if (!given || feed === null || !mayTake(feed)) return null;
  const mid = textOf(given['mid'], 32);
  return mid === null ? { feed } : { feed, mid };
}
