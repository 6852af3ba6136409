import type { SelfOperation } from '../../operation.js';

/** Says whether the caller takes work that is offered. */
export const setMyAvailability: SelfOperation<'setMyAvailability'> = {
  access: 'self',
  async handle({ body }, { stores }, { technician, address }) {
    const by = {
      actor: { kind: 'technician', key: technician },
      action: 'own-availability',
      revision: null,
      from: address,
    } as const;
    await stores.technicians.setAvailability(by, technician, body.availability);
    return { status: 204 };
  },
};
