import type { Attacker } from './attackers.js';
import type { Scenery } from './scenery.js';

// Gone is what a link or a code may be that was good once.
const usualStatuses = ['2xx', '3xx', '401', '403', '404', '409', '410', '429'];

const refusals = ['400', '401', '403', '406', '415', '422', '429'];

/** What Schemathesis is told of an attacker and of what there is to hit, as its configuration file. */
export function configurationOf({ secrets, csrfToken }: Attacker, { sessions }: Scenery): string {
  const text = (value: string) => JSON.stringify(value);
  return [
    // An endless stream is looked at for so long and then left.
    'max-stream-events = 3',
    'request-timeout = 15',
    'continue-on-failure = true',
    // What no schema can say is answered with 422; a code that no provider gave is a sign-in that failed.
    `[checks.positive_data_acceptance]`,
    `expected-statuses = ${statuses('422')}`,
    '[[operations]]',
    'include-operation-id = "signInCallback"',
    `checks.positive_data_acceptance.expected-statuses = ${statuses('400')}`,
    // What is refused before it is looked at is refused too: too large, too long an address, or too often.
    '[checks.negative_data_rejection]',
    `expected-statuses = ${JSON.stringify([...refusals, '404', '405', '409', '413', '431'])}`,
    '[checks.missing_required_header]',
    `expected-statuses = ${JSON.stringify(refusals)}`,
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

function statuses(further: string): string {
  return JSON.stringify([...usualStatuses, further]);
}
