import { withStartBitrate } from './start-bitrate.js';

const rates = 'x-google-start-bitrate=3000;x-google-min-bitrate=50;x-google-max-bitrate=3000';

describe('The bitrate to start with', () => {
  it('is added to a codec without parameters', () => {
    expect(withStartBitrate('a=rtpmap:96 VP8/90000\r\na=rtcp-fb:96 nack\r\n')).toBe(
      `a=rtpmap:96 VP8/90000\r\na=fmtp:96 ${rates}\r\na=rtcp-fb:96 nack\r\n`,
    );
  });

  it('is added to the parameters that a codec has', () => {
    const sdp = 'a=rtpmap:98 VP9/90000\r\na=fmtp:98 profile-id=0\r\n';
    expect(withStartBitrate(sdp)).toBe(
      `a=rtpmap:98 VP9/90000\r\na=fmtp:98 profile-id=0;${rates}\r\n`,
    );
  });

  it('is not capped by a line of the relay', () => {
    expect(withStartBitrate('m=video 9\r\nb=AS:256\r\nb=TIAS:256000\r\n')).toBe('m=video 9\r\n');
  });
});
