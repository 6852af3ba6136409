import { followSosLink } from '../../doors/follow-sos-link.js';
import type { PublicOperation } from '../../operation.js';

/** What an SOS Call asks for, before anything is sent. */
export const visitSosCall: PublicOperation<'visitSosCall'> = {
  access: 'public',
  async handle({ body }, { stores, settings }) {
    const call = await followSosLink(stores, body.token);
    const { organisation, helpers } = settings;
    return {
      status: 200,
      body: {
        organisation,
        name: call.name,
        description: call.description,
        department: call.department,
        paused: call.pausedAt !== null,
        fields: call.fields.map(({ choices, ...field }) =>
          choices ? { ...field, choices: [...choices] } : field,
        ),
        helpers: [...helpers],
      },
    };
  },
};
