import { mostCollaborators } from './decide-collaboration.js';
import { nextDeadline } from './deadline.js';
import { active, ana, begin, bruno, ready, user } from './story-testing.js';
import type { Actor } from './vocabulary.js';

const desk: Actor = { kind: 'desk', rule: 'deadline' };
const elena: Actor = { kind: 'technician', key: 'elena' };
const minute = 60_000;

const invite = (technician: string) =>
  ({ type: 'invite-collaborator', technician, guest: null }) as const;
const guest = { actions: ['session.view', 'tool.view'], until: begin + minute } as const;

describe('A session with several technicians', () => {
  const joined = () => active().do(invite('bruno')).do({ type: 'join' }, bruno);

  it('shows who was asked in, and who has come', () => {
    const story = active().do(invite('bruno'));
    expect(story.session.collaborators).toEqual([
      { technician: 'bruno', by: ana, invitedAt: begin, guest: null, joinedAt: null },
    ]);
    story.after(5).do({ type: 'join' }, bruno).do({ type: 'join' }, bruno);
    expect(story.session.collaborators[0]?.joinedAt).toBe(begin + 5);
    expect(story.try(invite('bruno'))).toBe('already-there');
    expect(story.try(invite('ana'))).toBe('already-there');
  });

  it('lets one of them hold the mouse, and the assignee take it back', () => {
    const story = joined().do({ type: 'give-mouse', technician: 'bruno' });
    expect(story.session.driver).toEqual({ technician: 'bruno', epoch: 2 });
    story.do({ type: 'give-mouse', technician: 'ana' });
    expect(story.session.driver).toEqual({ technician: 'ana', epoch: 3 });
    expect(story.try({ type: 'give-mouse', technician: 'bruno' }, elena)).toBe('not-assignee');
  });

  it('lets whoever holds the mouse give it back', () => {
    const story = joined().do({ type: 'give-mouse', technician: 'bruno' });
    story.do({ type: 'give-mouse', technician: 'ana' }, bruno);
    expect(story.session.driver.technician).toBe('ana');
  });

  it('gives the mouse to nobody who has not come, and only where there is a picture', () => {
    const story = active().do(invite('bruno'));
    expect(story.try({ type: 'give-mouse', technician: 'bruno' })).toBe('not-joined');
    expect(story.try({ type: 'give-mouse', technician: 'carla' })).toBe('not-joined');
    expect(ready().try({ type: 'give-mouse', technician: 'bruno' })).toBe('not-active');
  });

  it('gives the mouse back to the assignee when its holder leaves or is sent away', () => {
    for (const by of [bruno, ana]) {
      const story = joined().do({ type: 'give-mouse', technician: 'bruno' });
      story.do({ type: 'leave', technician: 'bruno' }, by);
      expect(story.session.driver.technician).toBe('ana');
      expect(story.session.collaborators).toEqual([]);
    }
    expect(joined().try({ type: 'leave', technician: 'carla' })).toBe('not-collaborator');
  });

  it('says whether somebody left, was sent away or declined', () => {
    const reasons = [
      joined().do({ type: 'leave', technician: 'bruno' }, bruno),
      joined().do({ type: 'leave', technician: 'bruno' }),
      active().do(invite('bruno')).do({ type: 'leave', technician: 'bruno' }, bruno),
    ].map(({ events }) => events.at(-1));
    expect(reasons).toEqual(
      ['left', 'removed', 'declined'].map((reason) => jasmine.objectContaining({ reason })),
    );
  });

  it('lets a guest in until the invitation’s time, to the millisecond', () => {
    const story = active().do({ type: 'invite-collaborator', technician: 'elena', guest });
    story.do({ type: 'join' }, elena).do({ type: 'give-mouse', technician: 'elena' });
    expect(nextDeadline(story.session)).toEqual({
      kind: 'guest-lapse',
      at: begin + minute,
      about: 'elena',
    });
    story.after(minute).do({ type: 'lapse' }, desk);
    expect(story.session.collaborators).toEqual([]);
    expect(story.session.driver.technician).toBe('ana');
  });

  it('is taken over with the mouse, and the first is out', () => {
    const { session, events } = joined().do({ type: 'take-over' }, bruno);
    expect(session).toEqual(
      jasmine.objectContaining({ assignee: 'bruno', state: 'active', collaborators: [] }),
    );
    expect(session.driver.technician).toBe('bruno');
    expect(events.at(-2)).toEqual(jasmine.objectContaining({ type: 'taken-over', from: 'ana' }));
    expect(joined().try({ type: 'take-over' })).toBe('already-there');
  });

  it('is joined visibly by who comes uninvited, and by no user', () => {
    const { session } = ready().do({ type: 'come-in' }, elena);
    expect(session.collaborators).toEqual([
      { technician: 'elena', by: elena, invitedAt: begin, guest: null, joinedAt: begin },
    ]);
    expect(ready().try({ type: 'come-in' }, user)).toBe('not-assignee');
    expect(ready().try({ type: 'join' }, elena)).toBe('not-collaborator');
  });

  it('has room for as many as fit', () => {
    const story = ready();
    for (let count = 0; count < mostCollaborators; count += 1) {
      story.do(invite(`technician-${count}`));
    }
    expect(story.try(invite('one-more'))).toBe('too-many-collaborators');
    expect(story.try({ type: 'come-in' }, elena)).toBe('too-many-collaborators');
  });

  it('goes on in other hands with whoever is in it, and ends with everybody out', () => {
    const story = joined().do({
      type: 'transfer',
      channel: 'finance',
      assignee: 'elena',
      note: null,
    });
    expect(story.session.collaborators.map(({ technician }) => technician)).toEqual(['bruno']);
    story.do({ type: 'close', outcome: 'solved', remark: null }, elena);
    expect(story.session.collaborators).toEqual([]);
  });
});
