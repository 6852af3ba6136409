/** The processes of a house, in the order in which they are listed to people. */
export const partNames = /** @type {const} */ (['postgres', 'temporal', 'janus', 'worker', 'api']);
