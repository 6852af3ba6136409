import type { Satisfaction } from '../../activities/doors/satisfaction-store.js';
import type { SosRequest } from '../../activities/doors/waiting-store.js';
import type { EarlierSession } from '../../activities/store/lists/session-queue.js';
import type { SessionRow } from '../../activities/store/sessions/session-row.js';
import type { Authorizer } from '../../policies/authorize.js';
import { type Action, toolActions } from '../../workflows/domain/policy/actions.js';
import { hasJoined, type Session } from '../../workflows/domain/session/session.js';
import type { Instant } from '../../workflows/domain/session/vocabulary.js';
import type { components } from '../generated/openapi.js';
import { relationOf } from '../../policies/relation.js';
import { abilitiesOf, askableScopes, type Onlooker } from './abilities.js';
import { toInstant } from '../shown/instant.js';
import { shownSatisfaction } from './shown-satisfaction.js';
import { actorOf, personOf } from '../shown/people.js';
import { queueRowOf } from './queue-row.js';

type Detail = components['schemas']['SessionDetail'];

/** What the page of a session is made of. */
export interface DetailSources {
  readonly row: SessionRow;
  readonly earlier: readonly EarlierSession[];
  /** By which SOS Call it came and what was filled in, or null. */
  readonly asked: SosRequest | null;
  /** What the user answered at the end, or null. */
  readonly satisfaction: Satisfaction | null;
  /** What the requester's customer is called, or null where the directory does not know them. */
  readonly customerName: string | null;
  /** Participants with a picture open, as `tech-` and the technician's key. */
  readonly watching: ReadonlySet<string>;
  readonly onlooker: Onlooker;
  readonly authorizer: Authorizer;
  readonly now: Instant;
}

/** All about a session, for one technician. */
export function sessionDetail(sources: DetailSources): Detail {
  const { row, earlier, onlooker, authorizer, now, asked, satisfaction, customerName } = sources;
  const { session } = row;
  return {
    ...queueRowOf(row, authorizer, abilitiesOf(session, onlooker, now)),
    deviceCard: cardOf(row),
    ...(asked ? { sosRequest: { name: asked.sosCallName, answers: [...asked.answers] } } : {}),
    ...(satisfaction ? { satisfaction: shownSatisfaction(satisfaction) } : {}),
    ...(customerName === null ? {} : { customerName }),
    grantedScopes: [...session.consent.granted],
    question: questionOf(session, authorizer),
    askableScopes: [...askableScopes(session, onlooker)],
    refusals: refusalsOf(session, onlooker, authorizer),
    participants: participantsOf(sources),
    driverEpoch: session.driver.epoch,
    createdBy: actorOf(authorizer, session.createdBy),
    ending: endingOf(session, authorizer),
    earlier: earlier.map(({ id, subject, requestedAt, state }) => ({
      id,
      subject,
      requestedAt: toInstant(requestedAt),
      state,
    })),
  };
}

function cardOf({ device }: SessionRow): Detail['deviceCard'] {
  if (!device) return null;
  const { kind, info, lastSeenAt, paused } = device;
  return { kind, info, lastSeenAt: toInstant(lastSeenAt), paused };
}

function questionOf({ consent }: Session, authorizer: Authorizer): Detail['question'] {
  const { question } = consent;
  return (
    question && {
      id: question.id,
      scopes: [...question.scopes],
      by: personOf(authorizer, question.by),
      until: toInstant(question.until),
    }
  );
}

/** What a technician can want to do in a session; the rest of the vocabulary is no button of theirs. */
const wanted: readonly Action[] = [
  'session.claim',
  'session.start',
  'session.hold',
  'session.transfer',
  'session.escalate',
  'session.collaborate',
  'session.close',
  'session.reopen',
  ...toolActions.filter((action) =>
    ['tool.view', 'tool.control', 'tool.chat', 'tool.clipboard', 'tool.record'].includes(action),
  ),
];

function refusalsOf(
  session: Session,
  { technician, actions }: Onlooker,
  authorizer: Authorizer,
): Detail['refusals'] {
  const relation = relationOf(session, technician);
  const { channel } = session;
  return (
    wanted
      // Nobody claims what is already somebody's; that is the state's doing, not the policy's.
      .filter((action) => action !== 'session.claim' || relation === 'unassigned')
      .filter((action) => !actions.includes(action))
      .flatMap((action) => {
        const decision = authorizer.decide({ technician, channel, action, relation });
        if (decision.allowed) return [];
        // Much is only for who answers for a session; with nobody there, its roles are those that count.
        const own = authorizer.decide({ technician, channel, action, relation: 'own' });
        const roles =
          decision.grantedBy.length > 0 || own.allowed ? decision.grantedBy : own.grantedBy;
        return [{ action, roles: [...roles], onceMine: own.allowed }];
      })
  );
}

function participantsOf({ row, watching, authorizer }: DetailSources): Detail['participants'] {
  const { assignee, driver, collaborators } = row.session;
  const viewers = [...watching].flatMap((name) => {
    return name.startsWith('tech-') ? [name.slice('tech-'.length)] : [];
  });
  const beside = collaborators
    .filter(({ joinedAt }) => joinedAt !== null)
    .map(({ technician }) => technician);
  const keys = new Set(
    [assignee, driver.technician, ...beside, ...viewers].filter((key) => key !== null),
  );
  return [...keys].map((key) => ({
    person: personOf(authorizer, key),
    part: partOf(key, row.session),
    watching: viewers.includes(key),
  }));
}

function partOf(key: string, session: Session): Detail['participants'][number]['part'] {
  const { assignee, driver } = session;
  if (key === driver.technician) return 'driver';
  if (key === assignee) return 'assignee';
  return hasJoined(session, key) ? 'collaborator' : 'viewer';
}

function endingOf({ ending }: Session, authorizer: Authorizer): Detail['ending'] {
  if (!ending) return null;
  const { outcome, by, remark, at } = ending;
  return { outcome, by: actorOf(authorizer, by), remark, at: toInstant(at) };
}
