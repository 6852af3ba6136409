/** What to say of a program that is not here and cannot be had, and what to do about it. */
export const missingPrograms = {
  postgres:
    'There is no embedded Postgres for this system: run a Postgres 16 or later and set DATABASE_URL and DATABASE_OWNER_URL.',
  temporal:
    'There is no Temporal server: it cannot be downloaded, and there is no Go to build it with. Install Go 1.24 or later, put the program "temporal" on PATH, or set TEMPORAL_ADDRESS.',
  janus:
    "There is no Janus: Debian's package can be neither installed nor unpacked here. Install the package janus, or set JANUS_URL, JANUS_TOKEN_SECRET and JANUS_ADMIN_KEY.",
};
