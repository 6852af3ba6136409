/** The helper's version; the same as the package's. */
export const version = '0.1.0';
