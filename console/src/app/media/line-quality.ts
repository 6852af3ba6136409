/** How the picture arrives, once a second. */
export interface LineQuality {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
  readonly roundTripMs: number | null;
}

/** What a peer connection's statistics say of the picture, or null before there is one. */
export function lineQualityOf(report: RTCStatsReport): LineQuality | null {
  let picture: RTCInboundRtpStreamStats | null = null;
  let roundTrip: number | undefined;
  // A report is a map with no types for its entries but these.
  for (const stats of report.values() as Iterable<RTCStats>) {
    if (isPicture(stats)) picture = stats;
    if (isLiveRoute(stats)) roundTrip = stats.currentRoundTripTime;
  }
  if (!picture?.frameWidth || !picture.frameHeight) return null;
  return {
    width: picture.frameWidth,
    height: picture.frameHeight,
    framesPerSecond: Math.round(picture.framesPerSecond ?? 0),
    roundTripMs: roundTrip === undefined ? null : Math.round(roundTrip * 1_000),
  };
}

function isPicture(stats: RTCStats): stats is RTCInboundRtpStreamStats {
  return stats.type === 'inbound-rtp' && 'kind' in stats && stats.kind === 'video';
}

function isLiveRoute(stats: RTCStats): stats is RTCIceCandidatePairStats {
  return stats.type === 'candidate-pair' && 'nominated' in stats && stats.nominated === true;
}
