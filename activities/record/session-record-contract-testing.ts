import type { SessionCommand } from '../../workflows/domain/session/commands.js';
import type { SessionEvent } from '../../workflows/domain/session/events.js';
import { fold } from '../../workflows/domain/session/evolve.js';
import type { Session } from '../../workflows/domain/session/session.js';
import type { AppendRequest, AppendResult } from '../../workflows/ports.js';
import { appendOf, requestOf } from '../../workflows/support-session/commands-testing.js';

/** What the contract needs of a record, the fake one or the real one. */
export interface RecordUnderTest {
  append(request: AppendRequest): Promise<AppendResult>;
  events(sessionId: string): Promise<readonly SessionEvent[]>;
  find(sessionId: string): Promise<Session | null>;
}

/** The sentences that hold for every record of sessions. */
export function describeRecord(name: string, open: () => RecordUnderTest): void {
  describe(`${name} keeps sessions`, () => {
    const held: SessionCommand = { type: 'hold', reason: 'waiting-user' };
    const raised: SessionCommand = { type: 'escalate', reason: null };

    async function begun(): Promise<{ id: string; session: Session; record: RecordUnderTest }> {
      const record = open();
      const id = crypto.randomUUID();
      const request = appendOf(id, null, requestOf(id));
      expect(await record.append(request)).toEqual({ kind: 'appended' });
      const session = fold(null, request.events);
      if (!session) throw new Error('A request makes a session.');
      return { id, session, record };
    }

    it('gives back the events as they were appended, and the row as their fold', async () => {
      const { id, session, record } = await begun();
      const request = appendOf(id, session, held);
      await record.append(request);
      const events = await record.events(id);
      expect(events.slice(1)).toEqual([...request.events]);
      expect(await record.find(id)).toEqual(fold(null, events));
    });

    it('knows nothing of a session that never was', async () => {
      const record = open();
      expect(await record.find(crypto.randomUUID())).toBeNull();
      expect(await record.events(crypto.randomUUID())).toEqual([]);
    });

    it('answers a repeated command with what it stored, and stores nothing more', async () => {
      const { id, session, record } = await begun();
      const request = appendOf(id, session, held, 'the-same');
      await record.append(request);
      expect(await record.append(request)).toEqual({ kind: 'repeated', events: request.events });
      expect((await record.events(id)).length).toBe(2);
    });

    it('answers a repeated command with later events too, so that none is skipped', async () => {
      const { id, session, record } = await begun();
      const first = appendOf(id, session, held, 'the-same');
      await record.append(first);
      const second = appendOf(id, fold(session, first.events), raised);
      await record.append(second);
      expect(await record.append(first)).toEqual({
        kind: 'repeated',
        events: [...first.events, ...second.events],
      });
    });

    it('answers an overtaken command with the events that came in between', async () => {
      const { id, session, record } = await begun();
      const first = appendOf(id, session, held);
      await record.append(first);
      const late = appendOf(id, session, raised);
      expect(await record.append(late)).toEqual({ kind: 'overtaken', events: first.events });
      expect((await record.events(id)).length).toBe(2);
    });

    it('lets one of many at the same moment through', async () => {
      const { id, session, record } = await begun();
      const appends = Array.from({ length: 8 }, () => appendOf(id, session, held));
      const results = await Promise.all(appends.map((one) => record.append(one)));
      expect(results.filter(({ kind }) => kind === 'appended').length).toBe(1);
      expect(results.filter(({ kind }) => kind === 'overtaken').length).toBe(7);
      expect((await record.events(id)).length).toBe(2);
    });

    it('lets one of many first appends through', async () => {
      const record = open();
      const id = crypto.randomUUID();
      const appends = Array.from({ length: 6 }, () => appendOf(id, null, requestOf(id)));
      const results = await Promise.all(appends.map((one) => record.append(one)));
      expect(results.filter(({ kind }) => kind === 'appended').length).toBe(1);
      expect((await record.events(id)).length).toBe(1);
    });
  });
}
