import type { ChannelRecord, ChannelSettings } from '../../activities/directory/channel-store.js';
import type { Authorizer } from '../../policies/authorize.js';
import { desk } from '../../workflows/domain/policy/roles.js';
import { consentScopes } from '../../workflows/domain/session/vocabulary.js';
import type { components } from '../generated/openapi.js';
import { nearestLifetime } from '../links/link-lifetime.js';
import { nameAsKept } from '../../workflows/domain/visible-name.js';

type ManagedChannel = components['schemas']['ManagedChannel'];
type Ability = ManagedChannel['abilities'][number];

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** A channel as one of its managers is shown it. */
export function managedChannel(
  channel: ChannelRecord,
  authorizer: Authorizer,
  technician: string,
): ManagedChannel {
  const { key, name, department, description, isDefault, openSessions } = channel;
  return {
    key,
    name,
    department,
    description,
    isDefault,
    openSessions,
    linkLifetimeMinutes: nearestLifetime(channel.linkLifetimeMs),
    codeLifetimeMinutes: channel.codeLifetimeMs / minute,
    reopenWindowHours: channel.reopenWindowMs / hour,
    reconnectGraceSeconds: channel.reconnectGraceMs / second,
    consentTimeoutSeconds: channel.consentTimeoutMs / second,
    askableScopes: [...channel.askableScopes],
    abilities: [...abilitiesOn(channel, authorizer, technician)],
  };
}

/** The settings in a request; what it leaves out takes its usual value. */
export function channelSettingsIn(body: components['schemas']['ChannelSettings']): ChannelSettings {
  const asked = body.askableScopes ?? consentScopes;
  return {
    name: nameAsKept(body.name),
    department: body.department?.trim() ?? null,
    description: body.description?.trim() ?? null,
    linkLifetimeMs: (body.linkLifetimeMinutes ?? 480) * minute,
    codeLifetimeMs: (body.codeLifetimeMinutes ?? 10) * minute,
    reopenWindowMs: (body.reopenWindowHours ?? 168) * hour,
    reconnectGraceMs: (body.reconnectGraceSeconds ?? 60) * second,
    consentTimeoutMs: (body.consentTimeoutSeconds ?? 30) * second,
    askableScopes: consentScopes.filter((scope) => scope === 'view' || asked.includes(scope)),
  };
}

function abilitiesOn(
  { key, isDefault }: ChannelRecord,
  authorizer: Authorizer,
  technician: string,
): readonly Ability[] {
  const here = authorizer.abilities(technician, key, 'own');
  const atDesk = authorizer.abilities(technician, desk, 'own');
  const offers: readonly (readonly [Ability, boolean])[] = [
    ['configure', here.includes('channel.configure')],
    ['staff', here.includes('channel.staff')],
    ['manage-sos-calls', here.includes('sos-call.manage')],
    ['delete', !isDefault && here.includes('channel.delete')],
    ['make-default', !isDefault && atDesk.includes('channel.create')],
  ];
  return offers.flatMap(([ability, offered]) => (offered ? [ability] : []));
}
