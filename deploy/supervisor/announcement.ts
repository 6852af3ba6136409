import type { House } from './house.js';

/** Who in the demonstration shows which work. */
const people = [
  ['Ana Moreira', 'technician'],
  ['Julia Castelo', 'channel manager'],
  ['Kofi Mensah', 'technician manager'],
  ['Lena Vogt', 'auditor'],
  ['Mateo Quiroga', 'policy admin'],
  ['Nora Haddad', 'owner'],
] as const;

/** The block that a person reads when the desk is ready. */
export function announcement(house: House, demo: boolean): string {
  const lines: [string, string][] = [
    ['Console', `${house.url}/`],
    ['Help page', `${house.url}/help`],
    ...(demo ? demonstration(house) : [['Sign in', 'with your own identity provider'] as const]),
    ['Data, logs', house.data],
    ['End', 'Ctrl-C'],
  ].map(([name = '', text = '']) => [name, text]);
  const rows = lines.map(([name, text]) => `  ${name.padEnd(11)} ${text}`);
  return `\n  Mayday is ready.\n\n${rows.join('\n')}\n`;
}

function demonstration(house: House): (readonly [string, string])[] {
  const names = people.map(([name, work]) => `${name} (${work})`);
  return [
    ['Sign in', `as ${names.slice(0, 3).join(', ')},`],
    ['', `   ${names.slice(3).join(', ')} …`],
    ['', `password ${house.secrets.MAYDAY_DEMO_PASSWORD}`],
    ['Try it', '"npm run demo:user" in a second terminal is the person who needs help'],
  ];
}
