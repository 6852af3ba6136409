import type { Attacker } from './attackers.js';
import type { Scenery } from './scenery.js';

/** What Schemathesis is told of an attacker and of what there is to hit, as its configuration file. */
export function configurationOf({ secrets, csrfToken }: Attacker, { sessions }: Scenery): string {
  const text = (value: string) => JSON.stringify(value);
  return [
    // An endless stream is looked at for so long and then left.
    'max-stream-events = 3',
    'request-timeout = 15',
    'continue-on-failure = true',
    '[dictionaries.sessions]',
    `values = [${sessions.map(text).join(', ')}]`,
    '[parameters]',
    '"path.id" = { dictionary = "sessions", probability = 0.7 }',
    ...(csrfToken === null ? [] : [`"header.X-CSRF-Token" = ${text(csrfToken)}`]),
    ...Object.entries(secrets).flatMap(([scheme, secret]) => [
      `[auth.openapi.${scheme}]`,
      `${scheme === 'device' ? 'bearer' : 'api_key'} = ${text(secret)}`,
    ]),
    '',
  ].join('\n');
}
