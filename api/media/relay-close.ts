/** Why the relay closes a socket: its code, and a plain reason of at most 123 bytes. */
export interface RelayClose {
  readonly code: number;
  readonly reason: string;
}

/** The relay's close codes. 44xx mean: not again with the same right; 1012 and 1013: come again. */
export const closes = {
  malformed: { code: 4400, reason: 'This is not a message that the relay passes on.' },
  ticket: { code: 4401, reason: 'The ticket is not good or no longer good.' },
  notAllowed: { code: 4403, reason: 'You may not do this here, or may no longer do it.' },
  ended: { code: 4404, reason: 'The support session has ended.' },
  tooFast: { code: 4429, reason: 'Too many messages at once.' },
  restart: { code: 1012, reason: 'The relay restarts. Connect again.' },
  later: { code: 1013, reason: 'The relay is not there right now. Connect again.' },
} as const satisfies Record<string, RelayClose>;
