import type { Chance } from '../measure/chance.js';

const first = ['Aaron', 'Beatriz', 'Chen', 'Dorota', 'Emeka', 'Fatima', 'Goran', 'Hana', 'Ivo'];
const last = ['Whitfield', 'Souza', 'Wei', 'Kowalska', 'Okafor', 'Zahra', 'Petrov', 'Sato', 'Lund'];
const subjects = [
  'The printer prints blank pages',
  'Illustrator closes when I export',
  'The VPN asks for a code that never comes',
  'A mail will not go out',
  'The second screen stays dark',
  'The invoice cannot be opened',
];

/** A requester out of a few thousand, so that some come again and again. */
export function someRequester(chance: Chance) {
  const number = Math.floor(chance() * 40);
  const name = `${oneOf(first, chance)} ${oneOf(last, chance)}`;
  const address = `${name.toLowerCase().replace(' ', '.')}.${number}@example.org`;
  return { name, address, language: 'en', customer: null, department: null };
}

/** What somebody asks for. */
export function someSubject(chance: Chance): string {
  return oneOf(subjects, chance);
}

/** One of several, each as likely. */
export function oneOf<T>(items: readonly T[], chance: Chance): T {
  const found = items[Math.floor(chance() * items.length)];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}
