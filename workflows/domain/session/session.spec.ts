import { nextDeadline } from './deadline.js';
import {
  active,
  ana,
  asked,
  begin,
  bruno,
  invited,
  ready,
  requestCommand,
  user,
} from './story-testing.js';

describe('A session', () => {
  const hour = 3_600_000;
  const closing = { type: 'close', outcome: 'solved', remark: 'It prints again' } as const;
  const grant = (scopes: readonly ('view' | 'control')[]) =>
    ({ type: 'consent', answer: 'grant', questionId: 'first', scopes }) as const;
  const withdraw = (scopes: readonly ('view' | 'control')[]) =>
    ({ type: 'consent', answer: 'withdraw', scopes }) as const;
  const join = (deviceId: string) => ({ type: 'join-device', deviceId, kind: 'helper' }) as const;

  it('begins waiting, with a link that works for its lifetime', () => {
    const { session } = invited();
    expect(session.state).toBe('waiting');
    expect(nextDeadline(session)).toEqual({ kind: 'expire', at: begin + 8 * hour });
  });

  it('is requested only once', () => {
    expect(invited().try(requestCommand())).toBe('session-exists');
  });

  it('notes the first opening of its link and no further one', () => {
    const story = invited().do({ type: 'open-link' }, user).do({ type: 'open-link' }, user);
    expect(story.session.linkOpenedAt).toBe(begin);
    expect(story.events.length).toBe(2);
  });

  it('is ready when a device has joined, and bound to it', () => {
    const story = ready();
    expect(story.session).toEqual(
      jasmine.objectContaining({ state: 'ready', connection: 'connected' }),
    );
    expect(story.try(join('another'), user)).toBe('device-bound');
    expect(story.try(join('a-device'), user)).toBeNull();
  });

  it('expires when it was not started in time, whenever somebody notices', () => {
    const late = ready().after(8 * hour);
    expect(late.try({ type: 'start', questionId: 'q', scopes: ['view'] })).toBe('session-ended');
    expect(late.do({ type: 'lapse' }, { kind: 'desk', rule: 'deadline' }).session.state).toBe(
      'expired',
    );
    expect(late.try(join('a-device'), user)).toBe('link-expired');
    expect(late.try({ type: 'reopen' })).toBe('session-ended');
  });

  it('never expires once it was started', () => {
    const story = active();
    expect(nextDeadline(story.session)).toBeNull();
    expect(nextDeadline(story.do({ type: 'disconnect' }).session)).toBeNull();
  });

  it('does not lapse before its time', () => {
    expect(ready().try({ type: 'lapse' })).toBe('not-due');
    expect(active().try({ type: 'lapse' })).toBe('not-due');
  });

  describe('in the queue', () => {
    it('is claimed by one technician, and says who was faster', () => {
      const story = invited({ assignee: null }).do({ type: 'claim' }, bruno);
      expect(story.session.assignee).toBe('bruno');
      expect(story.try({ type: 'claim' })).toBe('already-claimed');
    });

    it('is not claimed by its user', () => {
      expect(invited({ assignee: null }).try({ type: 'claim' }, user)).toBe('not-assignee');
    });

    it('goes to another technician without dropping the picture', () => {
      const { session } = active().do({
        type: 'transfer',
        channel: 'finance',
        assignee: 'elena',
        note: null,
      });
      expect(session).toEqual(jasmine.objectContaining({ state: 'active', assignee: 'elena' }));
      expect(session.driver).toEqual({ technician: 'elena', epoch: 2 });
    });

    it('goes back to a queue without a picture', () => {
      const { session } = active().do({
        type: 'transfer',
        channel: 'finance',
        assignee: null,
        note: null,
      });
      expect(session).toEqual(jasmine.objectContaining({ state: 'ready', assignee: null }));
      expect(session.consent.granted).toEqual([]);
    });

    it('is not moved to where it is', () => {
      const there = { type: 'transfer', channel: 'general', assignee: 'ana', note: null } as const;
      expect(ready().try(there)).toBe('already-there');
    });

    it('is raised to the top level and no further', () => {
      const raise = { type: 'escalate', reason: null } as const;
      const story = ready().do(raise).do(raise);
      expect(story.session.level).toBe(3);
      expect(story.try(raise)).toBe('top-level');
    });

    it('is held for one reason at a time and taken off hold', () => {
      const story = ready().do({ type: 'hold', reason: 'waiting-user' });
      expect(story.try({ type: 'hold', reason: 'waiting-user' })).toBe('already-on-hold');
      expect(story.do({ type: 'hold', reason: 'scheduled' }).session.hold).toBe('scheduled');
      expect(story.do({ type: 'resume' }).session.hold).toBeNull();
      expect(story.try({ type: 'resume' })).toBe('not-on-hold');
    });
  });

  describe('asking for consent', () => {
    it('lets only the assignee ask, and only when the device is there', () => {
      const start = { type: 'start', questionId: 'q', scopes: ['view'] } as const;
      expect(ready().try(start, bruno)).toBe('not-assignee');
      expect(invited().try(start)).toBe('not-ready');
      expect(ready().do({ type: 'lose-device' }, user).try(start)).toBe('device-absent');
    });

    it('asks one question at a time', () => {
      expect(asked().try({ type: 'start', questionId: 'q', scopes: ['view'] })).toBe(
        'question-open',
      );
    });

    it('asks a browser for its screen only', () => {
      const start = { type: 'start', questionId: 'q', scopes: ['view', 'control'] } as const;
      expect(ready('browser').try(start)).toBe('scope-not-possible');
    });

    it('counts the first question as the answer to the request', () => {
      expect(asked().after(1_000).session.answeredAt).toBe(begin);
    });

    it('takes silence for a no, to the millisecond', () => {
      expect(
        asked()
          .after(29_999)
          .try(grant(['view']), user),
      ).toBeNull();
      expect(
        asked()
          .after(30_000)
          .try(grant(['view']), user),
      ).toBe('question-unknown');
    });

    it('connects with what was granted, and lets the assignee drive', () => {
      const { session } = asked().do(grant(['view']), user);
      expect(session.state).toBe('active');
      expect(session.consent).toEqual({ status: 'granted', granted: ['view'], question: null });
      expect(session.driver).toEqual({ technician: 'ana', epoch: 1 });
    });

    it('takes a grant without the screen for a no', () => {
      const { session } = asked().do(grant(['control']), user);
      expect(session).toEqual(jasmine.objectContaining({ state: 'ready' }));
      expect(session.consent.status).toBe('refused');
    });

    it('takes no more than was asked for, and no answer to another question', () => {
      expect(asked(['view']).try(grant(['view', 'control']), user)).toBe('scope-not-asked');
      const other = { type: 'consent', answer: 'refuse', questionId: 'other' } as const;
      expect(asked().try(other, user)).toBe('question-unknown');
    });

    it('asks for more while active, and keeps what it has when that is refused', () => {
      const story = active(['view']).do({ type: 'start', questionId: 'more', scopes: ['control'] });
      story.do({ type: 'consent', answer: 'refuse', questionId: 'more' }, user);
      expect(story.session.consent).toEqual({
        status: 'granted',
        granted: ['view'],
        question: null,
      });
      expect(story.try({ type: 'start', questionId: 'q', scopes: ['view'] })).toBe(
        'already-granted',
      );
    });

    it('stops everything when the view is taken back', () => {
      const { session } = active().do(withdraw(['view']), user);
      expect(session.state).toBe('ready');
      expect(session.consent).toEqual({ status: 'withdrawn', granted: [], question: null });
      expect(session.driver.technician).toBeNull();
    });

    it('goes on when something else is taken back', () => {
      const story = active().do(withdraw(['control']), user);
      expect(story.session).toEqual(jasmine.objectContaining({ state: 'active' }));
      expect(story.session.consent.granted).toEqual(['view']);
      expect(story.try(withdraw(['control']), user)).toBe('scope-not-granted');
    });

    it('calls its question off with the technician’s word', () => {
      const { session } = asked().do({ type: 'disconnect' });
      expect(session.consent).toEqual({ status: 'refused', granted: [], question: null });
      expect(ready().try({ type: 'disconnect' })).toBe('not-active');
    });
  });

  describe('whose device goes away', () => {
    it('stays active for the grace period and goes on when the device is back', () => {
      const story = active().do({ type: 'lose-device' }, user);
      expect(story.session.connection).toBe('reconnecting');
      expect(nextDeadline(story.session)).toEqual({ kind: 'reconnect-lapse', at: begin + 60_000 });
      const { session } = story.after(59_999).do({ type: 'return-device' }, user);
      expect(session).toEqual(
        jasmine.objectContaining({ state: 'active', connection: 'connected' }),
      );
    });

    it('falls back to ready when the device comes too late', () => {
      const story = active().do({ type: 'lose-device' }, user).after(60_000);
      const { session } = story.do({ type: 'return-device' }, user);
      expect(session).toEqual(
        jasmine.objectContaining({ state: 'ready', connection: 'connected' }),
      );
      expect(session.consent.granted).toEqual([]);
    });

    it('ends the open question', () => {
      const { session } = asked().do({ type: 'lose-device' }, user);
      expect(session.consent.question).toBeNull();
    });

    it('loses and regains it once, however often that is told', () => {
      const story = active().do({ type: 'lose-device' }, user).do({ type: 'lose-device' }, user);
      story.do({ type: 'return-device' }, user).do({ type: 'return-device' }, user);
      expect(story.events.slice(-2).map(({ type }) => type)).toEqual([
        'device-lost',
        'device-returned',
      ]);
    });
  });

  describe('at its end', () => {
    it('says how and by whom, and lets nobody see or drive any more', () => {
      const { session } = active().do(closing);
      expect(session.state).toBe('closed');
      expect(session.ending).toEqual({
        outcome: 'solved',
        by: ana,
        remark: 'It prints again',
        at: begin,
      });
      expect(session.consent.granted).toEqual([]);
      expect(session.driver).toEqual({ technician: null, epoch: 2 });
    });

    it('is withdrawn only before it was started', () => {
      const withdrawal = { type: 'close', outcome: 'withdrawn', remark: null } as const;
      expect(active().try(withdrawal)).toBe('only-before-start');
      expect(invited().do(withdrawal).try(join('a-device'), user)).toBe('link-withdrawn');
    });

    it('is abandoned by its user', () => {
      const { session } = active().do({ type: 'abandon' }, user);
      expect(session.ending).toEqual(jasmine.objectContaining({ outcome: 'abandoned', by: user }));
    });

    it('takes no command but to be opened again', () => {
      const story = active().do(closing);
      for (const command of [
        { type: 'claim' },
        closing,
        { type: 'wrote', side: 'user' },
      ] as const) {
        expect(story.try(command)).withContext(command.type).toBe('session-ended');
      }
      expect(story.do({ type: 'reopen' }).session).toEqual(
        jasmine.objectContaining({ state: 'ready', connection: 'absent', ending: null }),
      );
    });

    it('is opened again within its window only, and only where a device was', () => {
      const week = 7 * 24 * hour;
      expect(active().do(closing).after(week).try({ type: 'reopen' })).toBeNull();
      expect(
        active()
          .do(closing)
          .after(week + 1)
          .try({ type: 'reopen' }),
      ).toBe('reopen-too-late');
      expect(invited().do(closing).try({ type: 'reopen' })).toBe('device-absent');
      expect(ready().try({ type: 'reopen' })).toBe('session-not-ended');
    });
  });

  it('notes when the word passes to the other side, not every message', () => {
    const story = active();
    for (const side of ['user', 'user', 'technician', 'technician', 'user'] as const) {
      story.do({ type: 'wrote', side });
    }
    expect(story.events.slice(-3).map(({ type }) => type)).toEqual([
      'user-wrote',
      'technician-wrote',
      'user-wrote',
    ]);
  });
});
