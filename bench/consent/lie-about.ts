import type { SchemaDeviceSession, SchemaDriverKey } from '../../api/generated/openapi.js';

/** What a desk that was taken over might say of a session: all of it was allowed, and perhaps something is asked. */
export function lieAbout(
  session: SchemaDeviceSession,
  driver: SchemaDriverKey,
  asks: boolean,
): SchemaDeviceSession {
  const question = {
    id: `a lie at ${session.sequence}`,
    scopes: ['view' as const, 'control' as const],
    by: { key: 'ana', name: 'Ana', face: '/api/people/ana/face' },
    until: new Date(0).toISOString(),
    remainingMs: 30_000,
  };
  return {
    ...session,
    state: 'active',
    consent: { status: 'granted', granted: ['view', 'control'], question: asks ? question : null },
    driver,
  };
}
