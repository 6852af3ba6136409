import type { DueStep } from '../sla/clock.js';
import { active, begin, ready, type Story } from './story-testing.js';
import type { Actor } from './vocabulary.js';

const desk: Actor = { kind: 'desk', rule: 'sla' };
const step: DueStep = {
  clock: 'first-response',
  turn: 1,
  percent: 100,
  action: 'notify',
  channel: null,
  at: begin + 60_000,
};

describe('A step of a promise', () => {
  const take = (story: Story, changes: Partial<DueStep>) =>
    story.do({ type: 'sla-step', step: { ...step, ...changes } }, desk);
  const typesAfter = (story: Story, changes: Partial<DueStep>) => {
    const before = story.events.length;
    return take(story, changes)
      .events.slice(before)
      .map(({ type }) => type);
  };

  it('is taken once and never again, however often it is said', () => {
    const story = take(ready(), {});
    expect(story.events.at(-1)).toEqual(
      jasmine.objectContaining({ type: 'sla-step', percent: 100, dueAt: begin + 60_000, by: desk }),
    );
    expect(typesAfter(story, {})).toEqual([]);
    expect(typesAfter(story, { percent: 120 })).toEqual(['sla-step']);
    expect(typesAfter(story, { turn: 2 })).toEqual(['sla-step']);
  });

  it('raises the session, as far as there are levels', () => {
    const story = ready();
    expect(typesAfter(story, { action: 'raise' })).toEqual(['sla-step', 'escalated']);
    expect(typesAfter(story, { action: 'raise', percent: 120 })).toEqual(['sla-step', 'escalated']);
    expect(typesAfter(story, { action: 'raise', percent: 150 })).toEqual(['sla-step']);
    expect(story.session.level).toBe(3);
  });

  it('gives the session back to a queue, where nobody is looking at the screen', () => {
    const story = take(ready(), { action: 're-route', channel: 'finance' });
    expect([story.session.channel, story.session.assignee]).toEqual(['finance', null]);
    expect(typesAfter(story, { action: 're-route', channel: 'finance', percent: 120 })).toEqual([
      'sla-step',
    ]);
    expect(typesAfter(active(), { action: 're-route' })).toEqual(['sla-step']);
  });
});
