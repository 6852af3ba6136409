import type { AuditQuestion, FoundEntry } from '../../../activities/audit/audit-search.js';
import { auditLook } from '../../audit/looks.js';
import { periodIn } from '../../audit/period.js';
import { readableChannels, whereReading } from '../../audit/where-reading.js';
import type { components } from '../../generated/openapi.js';
import type { ChannelOperation, OperationRequest } from '../../operation.js';

/** A page of the audit log, the latest entries first, by person, technician, channel, time and text. */
export const searchAudit: ChannelOperation<'searchAudit'> = {
  access: 'channel',
  action: 'audit.read',
  channelOf: ({ query }, { policy }, { technician }) =>
    query.channel ?? whereReading(policy.authorizer, technician),
  async handle({ query }, { stores, policy }, permit) {
    const channels = readableChannels(policy.authorizer, permit.caller.technician);
    const question = questionIn(query, channels);
    await stores.gathered.note(auditLook(permit, 'search'));
    const { entries, next } = await stores.auditSearch.page(question);
    return { status: 200, body: { entries: entries.map(shown), next } };
  },
};

function questionIn(
  query: OperationRequest<'searchAudit'>['query'],
  channels: AuditQuestion['channels'],
): AuditQuestion {
  return {
    technician: query.technician ?? null,
    kind: query.kind ?? null,
    subjectKind: query.subjectKind ?? null,
    subject: query.subject ?? null,
    channel: query.channel ?? null,
    text: query.text ?? null,
    channels,
    ...periodIn(query),
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
