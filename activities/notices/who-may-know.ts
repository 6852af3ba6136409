import { whoCan } from '../../policies/asking/who-can.js';
import type { Authorizer } from '../../policies/authorize.js';
import { actionToKnow, type DeskNoticeKind } from '../../workflows/domain/notices/desk-notices.js';
import { desk } from '../../workflows/domain/policy/roles.js';

/** Everybody whom the policy lets know what the desk tells of itself in a kind of notice. */
export function whoMayKnow(authorizer: Authorizer, kind: DeskNoticeKind): readonly string[] {
  return whoCan(authorizer, { channel: desk, action: actionToKnow[kind], relation: 'own' });
}
