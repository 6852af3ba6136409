import type { Action } from '../policy/actions.js';
import { type NoticeKind, noticeKinds } from './notice-kinds.js';

/** The kinds of notices in which the desk tells of itself and of no session, each with the action at the desk that makes it somebody's to know. */
export const actionToKnow = {
  'audit-broken': 'audit.read',
  'policy-proposed': 'policy.approve',
  'policy-approved': 'policy.read',
  'policy-declined': 'policy.read',
} as const satisfies Partial<Record<NoticeKind, Action>>;
export type DeskNoticeKind = keyof typeof actionToKnow;

/** Whether the desk tells of itself in a notice, and not of a session. */
export function isDeskNotice(kind: NoticeKind): kind is DeskNoticeKind {
  return Object.hasOwn(actionToKnow, kind);
}

/** All of them. */
export const deskNoticeKinds: readonly DeskNoticeKind[] = noticeKinds.filter(isDeskNotice);

/** Whether a kind of notice is for somebody who may do this at the desk; what tells of sessions is for everybody. */
export function isToKnow(kind: NoticeKind, may: (action: Action) => boolean): boolean {
  return !isDeskNotice(kind) || may(actionToKnow[kind]);
}
