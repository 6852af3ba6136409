import { until } from '../../workflows/until-testing.js';
import { ScriptedRelay } from '../testing/scripted-relay.js';
import { MediaLink } from './media-link.js';
import { webrtc } from './webrtc.js';

const kicked = { videoroom: 'event', reason: 'kicked' };

describe('The helper’s link to its room', () => {
  let relay: ScriptedRelay;
  let link: MediaLink;
  let sending: boolean;

  beforeEach(async () => {
    relay = await ScriptedRelay.start();
    sending = false;
  });

  afterEach(() => {
    link.close();
    relay.close();
  });

  it('comes back when it is sent out in the very moment in which it came in', async () => {
    relay.sayAfterNext('join', kicked);
    link = follow();
    await until('it comes back', () => asked('join') === 2 && sending);
    await onlyOneSessionIsLeft();
  });

  it('comes back when it is sent out in the very moment in which it took its lost session over', async () => {
    link = follow();
    await until('it is in the room', () => sending);
    relay.sayAfterNext('claim', kicked);
    relay.cut();
    await until('it comes back', () => asked('join') === 2 && sending);
    await onlyOneSessionIsLeft();
  });

  it('comes back when it is sent out while it asks who came meanwhile', async () => {
    link = follow();
    await until('it is in the room', () => sending);
    relay.sayAfterNext('listparticipants', kicked);
    relay.cut();
    await until('it comes back', () => asked('join') === 2 && sending);
    await onlyOneSessionIsLeft();
  });

  it('goes on with its session when only the socket was lost', async () => {
    link = follow();
    await until('it is in the room', () => sending);
    relay.cut();
    await until('it comes back', () => asked('listparticipants') === 1);
    expect(asked('join')).toBe(1);
    expect(sending).toBeTrue();
  });

  function follow(): MediaLink {
    return new MediaLink(relay, {
      viewer: () => ({ hear: () => undefined, close: () => undefined }),
      videoTrack: () => new webrtc.nonstandard.RTCVideoSource({ isScreencast: true }).createTrack(),
      videoUp: () => undefined,
      sending: (isSending) => {
        sending = isSending;
      },
    });
  }

  function asked(request: string): number {
    return relay.asked.filter((name) => name === request).length;
  }

  async function onlyOneSessionIsLeft(): Promise<void> {
    await until('only one session is left', () => relay.sessions.size === 1 && relay.size === 1);
    expect(sending).toBeTrue();
  }
});
