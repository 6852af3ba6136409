/** The most that a video may take of the line, in kilobits a second: a film in a window stays below 4 Mbit/s with what the encoder overshoots and the wire adds. */
export const mostKilobits = 3000;

/** A screen starts with its largest frame, so the start is as high as it may be; the least stays low, so that a poor line can back off. */
const start = mostKilobits;
const least = 50;

const videoCodec = /^a=rtpmap:(\d+) (?:VP8|VP9|AV1|H264)\/90000\r?$/gim;

/** Adds the bitrates to start with to an answer, for each of its video codecs. */
export function withStartBitrate(sdp: string): string {
  const rates = `x-google-start-bitrate=${start};x-google-min-bitrate=${least};x-google-max-bitrate=${mostKilobits}`;
  const without = sdp.replace(/^b=(?:AS|TIAS):.*\r?\n/gm, '');
  return [...without.matchAll(videoCodec)].reduce((text, [line, payload]) => {
    const parameters = new RegExp(`^(a=fmtp:${payload ?? ''} [^\\r\\n]*)`, 'm');
    if (parameters.test(text)) return text.replace(parameters, `$1;${rates}`);
    const trimmed = line.trimEnd();
    return text.replace(trimmed, `${trimmed}\r\na=fmtp:${payload ?? ''} ${rates}`);
  }, without);
}
