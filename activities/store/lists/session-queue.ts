import type { Session } from '../../../workflows/domain/session/session.js';
import { samePersonAs } from './earlier-sessions.js';
import { type Database, preparedRowOf, preparedRowsOf, rowOf, rowsOf } from '../database.js';
import {
  besideBranch,
  type Branches,
  branchesFor,
  concernsViewer,
  mineBeside,
} from './queue-branches.js';
import { placeIn, placeOf } from './page-place.js';
import {
  rowColumns,
  rowFrom,
  type SessionRow,
  type SessionRowColumns,
} from '../sessions/session-row.js';
import { type Viewer, viewerBindings, visibleToViewer } from './visibility.js';

/** The views of the queue: the caller's, nobody's, those whose user has not come yet, all open ones, and the ended. */
export type QueueView = 'mine' | 'unassigned' | 'invited' | 'all' | 'closed';

/** Which page of the queue is wanted. */
export interface PageRequest {
  readonly view: QueueView;
  readonly channel: string | null;
  /** Words in the subject or the requester's name. */
  readonly text: string | null;
  /** The `next` of the page before. */
  readonly after: string | null;
  readonly limit: number;
}

/** One page, and where the next begins; null at the end. */
export interface Page {
  readonly rows: readonly SessionRow[];
  readonly next: string | null;
}

/** How many sessions each open view holds for a viewer. */
export interface QueueCounts {
  readonly mine: number;
  readonly unassigned: number;
  readonly invited: number;
  readonly all: number;
}

/** The queue: who waits longest comes first, in the closed view who ended last. */
export class SessionQueue {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  /** A page of what the viewer may see, by one indexed query. */
  async page(viewer: Viewer, request: PageRequest): Promise<Page> {
    const { statement, bindings } = pageQuery(viewer, request);
    const found = await rowsOf<SessionRowColumns>(this.#db, statement, bindings);
    const rows = found.slice(0, request.limit).map(rowFrom);
    const last = found.length > request.limit ? rows.at(-1) : undefined;
    return { rows, next: last ? placeAfter(last.session, request.view) : null };
  }

  /** How many the viewer may see in each open view. */
  async counts(viewer: Viewer): Promise<QueueCounts> {
    const found = await rowOf<QueueCounts>(this.#db, countQuery, viewerBindings(viewer));
    return found ?? { mine: 0, unassigned: 0, invited: 0, all: 0 };
  }

  /** How many open sessions each technician answers for. */
  async openByAssignee(): Promise<ReadonlyMap<string, number>> {
    const rows = await rowsOf<{ assignee: string; open: number }>(
      this.#db,
      `select assignee, count(*)::int as open from sessions
       where ended_at is null and assignee is not null group by assignee`,
    );
    return new Map(rows.map(({ assignee, open }) => [assignee, open]));
  }

  /** One session with its device, or null. Whether the caller may see it is for the caller to ask. */
  async find(sessionId: string): Promise<SessionRow | null> {
    const statement = `${select} where s.id = :sessionId`;
    const found = await preparedRowOf<SessionRowColumns>(this.#db, statement, { sessionId });
    return found && rowFrom(found);
  }

  /** The requester's sessions before this one that the viewer may see, latest first. */
  async earlier(viewer: Viewer, session: Session, limit = 10): Promise<readonly EarlierSession[]> {
    const person = samePersonAs(session);
    if (!person) return [];
    const found = await preparedRowsOf<EarlierColumns>(this.#db, earlierQuery(person.condition), {
      ...viewerBindings(viewer),
      ...person.bindings,
      id: session.id,
      before: new Date(session.requestedAt),
      limit,
    });
    return found.map(({ requested_at: at, ...rest }) => ({ ...rest, requestedAt: at.getTime() }));
  }
}

/** As much of a session as stands in the list of those before. */
export type EarlierSession = Pick<Session, 'id' | 'subject' | 'state' | 'requestedAt'>;

type EarlierColumns = Pick<Session, 'id' | 'subject' | 'state'> & { readonly requested_at: Date };

/**
 * The statement behind a page, so that its plan can be looked at: what the viewer may see in parts,
 * each in the order of one index, merged until the page is full.
 */
export function pageQuery(
  viewer: Viewer,
  request: PageRequest,
): { readonly statement: string; readonly bindings: Readonly<Record<string, unknown>> } {
  const { view, channel, text, after, limit } = request;
  const [column, way] = view === 'closed' ? ['ended_at', 'desc'] : ['requested_at', 'asc'];
  const { conditions: branches, bindings } = branchesOf(viewer, view);
  const wanted = [
    viewConditions[view],
    ...(channel === null ? [] : ['s.channel = :channel']),
    ...(text === null ? [] : ['(s.subject ilike :text or s.requester_name ilike :text)']),
    ...(after === null
      ? []
      : [`(s.${column}, s.id) ${way === 'asc' ? '>' : '<'} (:afterAt, cast(:afterId as uuid))`]),
  ].join(' and ');
  const order = `order by at ${way}, id ${way} limit :most`;
  const parts = branches.map(
    (part) =>
      `(select s.*, s.${column} as at from sessions s where ${part} and ${wanted} ${order})`,
  );
  return {
    statement: `select ${rowColumns}
      from ${parts.length === 1 ? parts.join() : `(${parts.join(' union all ')} ${order})`} s
        ${eachDevice}
      order by s.at ${way}, s.id ${way}`,
    bindings: {
      ...viewerBindings(viewer),
      ...bindings,
      ...(channel === null ? {} : { channel }),
      ...(text === null ? {} : { text: `%${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%` }),
      ...(after === null ? {} : placeIn(after)),
      most: limit + 1,
    },
  };
}

function branchesOf(viewer: Viewer, view: QueueView): Branches {
  const own = ownBranches[view];
  if (own) return { conditions: own, bindings: {} };
  const { conditions, bindings } = branchesFor(viewer);
  // With a session ends everybody's part in it.
  return { conditions: view === 'closed' ? conditions : [...conditions, besideBranch], bindings };
}

// One look-up a row: joined as a table, Postgres might read all devices and then sort again.
const eachDevice = `left join lateral (
  select d.* from devices d where d.id = s.device_id limit 1
) d on true`;

const select = `select ${rowColumns} from sessions s left join devices d on d.id = s.device_id`;

const viewConditions: Readonly<Record<QueueView, string>> = {
  mine: 's.ended_at is null',
  unassigned: 's.ended_at is null',
  invited: "s.state = 'waiting'",
  all: 's.ended_at is null',
  closed: 's.ended_at is not null',
};

/** Views that have parts of their own; the others are read in all parts of what the viewer sees. */
const ownBranches: Readonly<Record<QueueView, readonly string[] | null>> = {
  mine: ['s.assignee = :viewer and s.channel = any(:seesOwn)', mineBeside],
  unassigned: ['s.assignee is null and s.channel = any(:seesUnassigned)'],
  invited: null,
  all: null,
  closed: null,
};

const countQuery = `
  select count(*) filter (where s.assignee = :viewer or ${concernsViewer})::int as mine,
    count(*) filter (where s.assignee is null)::int as unassigned,
    count(*) filter (where s.state = 'waiting')::int as invited,
    count(*)::int as all
  from sessions s where s.ended_at is null and ${visibleToViewer}
`;

function earlierQuery(condition: string): string {
  return `select s.id, s.subject, s.state, s.requested_at from sessions s where ${condition}
    and s.requested_at < :before and s.id <> :id and ${visibleToViewer}
    order by s.requested_at desc limit :limit`;
}

function placeAfter(session: Session, view: QueueView): string {
  return placeOf(view === 'closed' ? session.stateSince : session.requestedAt, session.id);
}
