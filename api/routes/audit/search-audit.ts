import type { AuditQuestion, FoundEntry } from '../../../activities/audit/audit-search.js';
import { desk as atDesk } from '../../../workflows/domain/policy/roles.js';
import { auditLook } from '../../audit/looks.js';
import type { components } from '../../generated/openapi.js';
import type { ChannelOperation, OperationRequest } from '../../operation.js';

/** A page of the audit log, the latest entries first, by person, technician, channel, time and text. */
export const searchAudit: ChannelOperation<'searchAudit'> = {
  access: 'channel',
  action: 'audit.read',
  channelOf: () => atDesk,
  async handle({ query }, { stores }, permit) {
    await stores.gathered.note(auditLook(permit, 'search'));
    const { entries, next } = await stores.auditSearch.page(questionIn(query));
    return { status: 200, body: { entries: entries.map(shown), next } };
  },
};

function questionIn(query: OperationRequest<'searchAudit'>['query']): AuditQuestion {
  const instant = (text: string | undefined) => (text === undefined ? null : new Date(text));
  return {
    technician: query.technician ?? null,
    kind: query.kind ?? null,
    subjectKind: query.subjectKind ?? null,
    subject: query.subject ?? null,
    channel: query.channel ?? null,
    text: query.text ?? null,
    from: instant(query.from),
    to: instant(query.to),
    after: query.after ?? null,
    limit: query.limit ?? 50,
  };
}

function shown(found: FoundEntry): components['schemas']['AuditEntry'] {
  const { at, actor, sealedAt, ...entry } = found;
  return {
    ...entry,
    at: at.toISOString(),
    actor: { ...actor },
    sealedAt: sealedAt?.toISOString() ?? null,
  };
}
