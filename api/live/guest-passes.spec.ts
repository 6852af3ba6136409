import type { Change, Listener } from '../../activities/store/feed/live-feed.js';
import type { Collaborator, Session } from '../../workflows/domain/session/session.js';
import { active, ana } from '../../workflows/domain/session/story-testing.js';
import { GuestPasses } from './guest-passes.js';

const begin = Date.UTC(2026, 10, 23, 9);
const day = 86_400_000;

describe('The passes of guests', () => {
  let passes: GuestPasses;
  let tell: Listener;
  let ended: string[];

  beforeEach(() => {
    jasmine.clock().install().mockDate(new Date(begin));
    ended = [];
    passes = new GuestPasses({
      feed: {
        subscribe(listener) {
          tell = listener;
          return () => undefined;
        },
      },
      now: () => Date.now(),
      onEnd: (session, guest) => ended.push(`${session.id} ${guest}`),
    });
    passes.start();
  });

  afterEach(() => {
    passes.stop();
    jasmine.clock().uninstall();
  });

  it('are told of when they run out, one after another', () => {
    happens([guest('ivan', 60_000), guest('mateo', 30_000)]);
    jasmine.clock().tick(29_999);
    expect(ended).toEqual([]);
    jasmine.clock().tick(1);
    expect(ended).toEqual(['a-session mateo']);
    jasmine.clock().tick(30_000);
    expect(ended).toEqual(['a-session mateo', 'a-session ivan']);
  });

  it('are not told of when the guest has left before', () => {
    happens([guest('ivan', 60_000)]);
    happens([]);
    jasmine.clock().tick(day);
    expect(ended).toEqual([]);
  });

  it('are told of once, however often something else happens', () => {
    happens([guest('ivan', 60_000)]);
    jasmine.clock().tick(40_000);
    happens([guest('ivan', 60_000)]);
    jasmine.clock().tick(40_000);
    happens([guest('ivan', 60_000)]);
    jasmine.clock().tick(day);
    expect(ended).toEqual(['a-session ivan']);
  });

  it('may last longer than a timer can wait', () => {
    happens([guest('ivan', 40 * day)]);
    jasmine.clock().tick(40 * day - 1);
    expect(ended).toEqual([]);
    jasmine.clock().tick(1);
    expect(ended).toEqual(['a-session ivan']);
  });

  function happens(collaborators: readonly Collaborator[]): void {
    const session: Session = { ...active().session, collaborators };
    // The passes look at the session of a change and at nothing else of it.
    tell([{ kind: 'session', cursor: '', row: { session } } as unknown as Change]);
  }

  function guest(technician: string, lastsMs: number): Collaborator {
    const pass = { actions: ['tool.view'], until: begin + lastsMs } as const;
    return { technician, by: ana, invitedAt: begin, guest: pass, joinedAt: begin };
  }
});
