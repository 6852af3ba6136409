import { readJanusRequest } from './janus-request.js';
import type { RelayRight } from './room-request.js';

const technician: RelayRight = {
  room: 'mayday-a',
  pin: 'pin',
  participant: 'tech-ana',
  mayBe: () => false,
  publishesPicture: false,
  mayTake: (feed) => feed === 'device',
};
const device: RelayRight = { ...technician, participant: 'device', publishesPicture: true };

const data = 'm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n';
const video = 'm=video 9 UDP/TLS/RTP/SAVPF 96\r\n';
const audio = 'm=audio 9 UDP/TLS/RTP/SAVPF 111\r\n';

function passes(right: RelayRight, sdp: string, type = 'offer'): boolean {
  const message = {
    ...{ janus: 'message', transaction: 't', session_id: 1, handle_id: 2 },
    body: { request: 'publish' },
    jsep: { type, sdp: `v=0\r\n${sdp}` },
  };
  return readJanusRequest(JSON.stringify(message), right) !== null;
}

describe('A request to Janus', () => {
  it('lets a technician offer data and nothing else, however it is spelt', () => {
    expect(passes(technician, data)).toBeTrue();
    const spelt = [
      video,
      audio,
      'm=video\t9 RTP 96\r\n',
      'm= video 9 RTP 96\r\n',
      'm=VIDEO 9 RTP 96\r\n',
    ];
    for (const sdp of [...spelt, ` ${video}`, `\t${audio}`, 'm=text 9 RTP 98\r\n', 'm=\r\n']) {
      expect(passes(technician, sdp)).withContext(JSON.stringify(sdp)).toBeFalse();
      expect(passes(technician, data + sdp))
        .withContext(JSON.stringify(sdp))
        .toBeFalse();
    }
  });

  it('lets the device offer its picture and data, and no sound, however it is spelt', () => {
    expect(passes(device, video + data)).toBeTrue();
    for (const sdp of [audio, 'm=audio\t9 RTP 111\r\n', 'm= audio 9 RTP 111\r\n']) {
      expect(passes(device, video + sdp))
        .withContext(JSON.stringify(sdp))
        .toBeFalse();
    }
  });

  it('lets everybody answer what they were offered', () => {
    expect(passes(technician, video, 'answer')).toBeTrue();
  });
});
