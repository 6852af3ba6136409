import type { PublicOperation } from '../../operation.js';

/** Whether this process can serve, part by part. */
export const getReadiness: PublicOperation<'getReadiness'> = {
  access: 'public',
  async handle(_request, { readiness }) {
    const parts = await readiness.check();
    const ready = parts.every((part) => part.ready);
    return { status: ready ? 200 : 503, body: { ready, parts: [...parts] } };
  },
};
