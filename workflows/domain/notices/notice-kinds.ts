/** What a technician can be told of, from what wants an answer now to what is good to know. */
export const noticeKinds = [
  'offered',
  'transfer-offered',
  'collaboration',
  'assigned',
  'user-arrived',
  'user-wrote',
  'new-work',
  'sla',
  'escalated',
  'reopened',
  'transfer-declined',
  'taken-over',
  'audit-broken',
  'policy-proposed',
  'policy-approved',
  'policy-declined',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** The kinds that are mailed to somebody who has chosen nothing: what must not wait for the next look. */
export const mailedByDefault: readonly NoticeKind[] = [
  'escalated',
  'sla',
  'audit-broken',
  // A change comes to nothing before a second person looks.
  'policy-proposed',
];

/** Whether a text names a kind of notice. */
export function isNoticeKind(text: string): text is NoticeKind {
  return noticeKinds.some((kind) => kind === text);
}
