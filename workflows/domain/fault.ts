/** Everything that can be wrong at a place of what was written, each told apart for whoever words it. */
export const faultCodes = [
  // Of any text, number or list.
  'choice-unknown',
  'empty',
  'field-unknown',
  'invisible-signs',
  'malformed',
  'missing',
  'not-a-web-address',
  'not-an-address',
  'page-unknown',
  'pointless-alone',
  'repeated',
  'too-few',
  'too-large',
  'too-long',
  'too-many',
  'too-short',
  'too-small',
  'unreadable',
  'key-needed',
  'not-switchable',
  // Of a table of requesters.
  'address-malformed',
  'address-repeated',
  'column-missing',
  'column-repeated',
  'column-unknown',
  'fields-miscounted',
  'language-malformed',
  'letters-lost',
  'quote-misplaced',
  'table-empty',
  'table-too-long',
  // Of periods.
  'log-never-smaller',
  'not-ahead',
  'period-not-begun',
  'period-reversed',
  'period-too-long',
  'zone-unknown',
  // Of a calendar.
  'date-malformed',
  'day-unknown',
  'hours-malformed',
  'hours-overlapping',
  'hours-reversed',
  // Of a policy's clocks.
  'calendar-not-yet',
  'calendar-unknown',
  'channel-misplaced',
  'channel-unknown',
  'clock-repeated',
  'event-unknown',
  'hold-reason-unknown',
  'nothing-promised',
  'percent-out-of-range',
  'short-name-malformed',
  'starts-too',
  'step-action-unknown',
  'step-repeated',
  'target-out-of-range',
  'without-start',
  'without-stop',
  // Of a form and its answers.
  'answer-missing',
  'answered-twice',
  'choices-misplaced',
  'not-asked',
  'not-one-line',
  // Of routing.
  'condition-needed',
  'customer-unknown',
  'group-unknown',
  'name-reserved',
  'name-taken',
  'nobody-named',
  'seconds-out-of-range',
  'sos-call-unknown',
  'technician-unknown',
  'tier-disabled',
  'tier-empty',
  'tier-not-permitted',
  // Of where a session goes.
  'group-not-of-channel',
  'technician-not-of-channel',
  // Of the policy's files.
  'policy-file',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Something wrong at a place of what was written. */
export interface Fault {
  /** The place, such as `/clocks/0/name`, as far down as whoever found it knows. */
  readonly path: string;
  readonly code: FaultCode;
  /** What is wrong, in English. */
  readonly message: string;
  /** What the sentence names, such as the `limit` that was passed, for another language's. */
  readonly values?: FaultValues;
}

export type FaultValues = Readonly<Record<string, string | number>>;
