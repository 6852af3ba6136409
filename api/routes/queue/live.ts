import type { SelfOperation } from '../../operation.js';

/** Changes to what the caller may see, as they happen. */
export const live: SelfOperation<'live'> = {
  access: 'each-row',
  handle(_request, { staffStreams }, caller) {
    return { status: 200, stream: (sink) => staffStreams.add(sink, caller) };
  },
};
