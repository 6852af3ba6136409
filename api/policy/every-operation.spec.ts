import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { RefusedError } from '../../activities/commands/command-errors.js';
import { appendOf, requestOf } from '../../workflows/support-session/commands-testing.js';
import { relations, type Relation } from '../../workflows/domain/policy/roles.js';
import type { OperationId } from '../operation.js';
import { isOperation, operations } from '../operations.js';
import { openTestApi, type TestApi } from '../testing/test-api-testing.js';
import type { TestClient } from '../testing/test-client-testing.js';
import { readDescription } from '../http/request-validation.js';
import { RouteTable } from '../http/route-table.js';

const description = fileURLToPath(new URL('../../../openapi.yaml', import.meta.url));
const channels = ['general', 'design-mac'];

/** A well-formed body for each operation that takes one. */
const bodies: Partial<Record<OperationId, unknown>> = {
  startSession: { scopes: ['view'] },
  holdSession: { reason: 'waiting-user' },
  closeSession: { outcome: 'unsolved' },
  transferSession: { channel: 'finance' },
  assignSession: { technician: 'nora' },
  escalateSession: {},
  retargetClock: { clock: 'resolution', target: 7_200 },
  sendMessage: { text: 'Good morning' },
  inviteCollaborator: { technician: 'nora' },
  removeCollaborator: { technician: 'nora' },
  giveMouse: { technician: 'nora' },
};

/** Whatever gets past the policy ends here, so that no session changes under the matrix. */
const refuse = () => Promise.reject(new RefusedError({ refused: 'not-due', about: null }));
const commands = { send: refuse, begin: refuse };

describe('Every operation on a session, for everybody, however they stand to it', () => {
  let api: TestApi;
  const clients = new Map<string, TestClient>();
  const sessions = new Map<string, string>();
  const table = new RouteTable(readDescription(description), isOperation);

  const nameOf = (channel: string, assignee: string | null): string =>
    `${channel}/${assignee ?? 'nobody'}`;

  async function begin(channel: string, assignee: string | null): Promise<void> {
    const id = randomUUID();
    const request = requestOf(id, { channel, assignee });
    await api.desk.stores.record.append(appendOf(id, null, request));
    sessions.set(nameOf(channel, assignee), id);
  }

  beforeAll(async () => {
    api = await openTestApi({ commands });
    const { technicians } = api.desk.policy.authorizer.people.organisation;
    for (const { key } of technicians) {
      clients.set(key, await api.signedIn(key));
      for (const channel of channels) await begin(channel, key);
    }
    for (const channel of channels) await begin(channel, null);
  });

  afterAll(async () => {
    await api.close();
  });

  function sessionFor(technician: string, channel: string, relation: Relation): string {
    const other = technician === 'kofi' ? 'nora' : 'kofi';
    const assignee = { own: technician, unassigned: null, other }[relation];
    return sessions.get(nameOf(channel, assignee)) ?? '';
  }

  for (const { id, method, path } of table.operations) {
    const operation = operations[id];
    if (operation.access !== 'session') continue;
    const { action } = operation;
    it(`${id} answers as the policy says of ${action}`, async () => {
      for (const [technician, client] of clients) {
        for (const channel of channels) {
          for (const relation of relations) {
            const session = sessionFor(technician, channel, relation);
            const answer = await client.send(method, path.replace('{id}', session), {
              body: bodies[id],
            });
            const context = `${technician} ${channel} ${relation}: ${JSON.stringify(answer.body)}`;
            expect(said(answer.status))
              .withContext(context)
              .toBe(expected(technician, channel, relation));
          }
        }
      }
    });

    function expected(technician: string, channel: string, relation: Relation): string {
      const { authorizer } = api.desk.policy;
      if (authorizer.people.technician(technician)?.disabled === true) return 'denied';
      const may = (asked: typeof action, as: Relation): boolean =>
        authorizer.decide({ technician, channel, action: asked, relation: as }).allowed;
      if (!may('session.view', relation)) return 'not there';
      // Asking for the screen takes the screen's own grant as well.
      if (id === 'startSession' && !may('tool.view', relation)) return 'denied';
      // Who could have claimed it hears that somebody was faster.
      if (id === 'claimSession' && may(action, 'unassigned')) return 'allowed';
      return may(action, relation) ? 'allowed' : 'denied';
    }
  }

  function said(status: number): string {
    if (status === 404) return 'not there';
    if (status === 403) return 'denied';
    return [200, 201, 409].includes(status) ? 'allowed' : `answered ${status}`;
  }

  it('lets nobody in who is not signed in', async () => {
    expect(table.operations.length).toBeGreaterThan(100);
    for (const { id, method, path } of table.operations) {
      const { access } = operations[id];
      if (access === 'public') continue;
      const answer = await api.stranger.send(method, path.replace(/\{\w+\}/g, randomUUID()), {
        body: bodies[id],
      });
      expect(answer.status).withContext(id).toBe(401);
    }
  });

  it('names the missing grant and the roles that hold it', async () => {
    const lena = clients.get('lena');
    const id = sessions.get(nameOf('general', 'kofi')) ?? '';
    const answer = await lena?.post(`/api/sessions/${id}/close`, { outcome: 'solved' });
    expect(answer?.body).toEqual(
      jasmine.objectContaining({
        type: '/problems/not-permitted',
        missing: jasmine.objectContaining({
          action: 'session.close',
          channel: 'general',
          relation: 'other',
          roles: jasmine.arrayContaining(['channel-manager', 'owner']),
        }),
      }),
    );
    expect(api.refusals).toContain(
      jasmine.objectContaining({ technician: 'lena', action: 'session.close' }),
    );
  });

  it('lets only those invite who may begin sessions in the channel', async () => {
    const body = { name: 'Dana', subject: 'No sound', channel: 'general' };
    const statusOf = async (technician: string) =>
      (await clients.get(technician)?.post('/api/invitations', body))?.status;
    expect(await statusOf('ana')).toBe(409);
    expect(await statusOf('carla')).toBe(403);
    expect(await statusOf('hugo')).toBe(403);
    expect(await statusOf('lena')).toBe(403);
  });
});
