/** How the picture arrives, once a second. */
export interface LineQuality {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly roundTripMs: number | null;
}

/** A picture's size and how often it changes. */
type Motion = Omit<LineQuality, 'roundTripMs'>;

/**
 * What a peer connection's statistics say of the picture, or null before there is one.
 * @param tiles what is known of a picture that comes as tiles, of which the statistics know nothing
 */
export function lineQualityOf(report: RTCStatsReport, tiles: Motion | null): LineQuality | null {
  let video: Motion | null = null;
  let roundTrip: number | undefined;
  // A report is a map with no types for its entries but these.
  for (const stats of report.values() as Iterable<RTCStats>) {
    if (isPicture(stats)) video = motionOf(stats);
    if (isLiveRoute(stats)) roundTrip = stats.currentRoundTripTime;
  }
  const motion = tiles ?? video;
  const roundTripMs = roundTrip === undefined ? null : Math.round(roundTrip * 1_000);
  return motion && { ...motion, roundTripMs };
}

function motionOf(picture: RTCInboundRtpStreamStats): Motion | null {
  if (!picture.frameWidth || !picture.frameHeight) return null;
  return {
    width: picture.frameWidth,
    height: picture.frameHeight,
    framesPerSecond: Math.round(picture.framesPerSecond ?? 0),
  };
}

function isPicture(stats: RTCStats): stats is RTCInboundRtpStreamStats {
  return stats.type === 'inbound-rtp' && 'kind' in stats && stats.kind === 'video';
}

function isLiveRoute(stats: RTCStats): stats is RTCIceCandidatePairStats {
  return stats.type === 'candidate-pair' && 'nominated' in stats && stats.nominated === true;
}
