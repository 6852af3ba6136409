import { randomInt } from 'node:crypto';

const colours = ['amber', 'azure', 'coral', 'ivory', 'olive', 'pearl', 'ruby', 'sable', 'teal'];
const animals = [
  'badger',
  'beaver',
  'falcon',
  'heron',
  'lynx',
  'marten',
  'otter',
  'puffin',
  'wren',
];

/** Without those that are taken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
const strong = /^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/;

/** A password that one can say on the phone; 19 bits, for a demonstration that nobody else can reach. */
export function sayablePassword(): string {
  return `${oneOf(colours)}-${oneOf(animals)}-${randomInt(1000, 10_000)}`;
}

/** A password that nobody guesses, wherever they can try it from; 79 bits. */
export function strongPassword(): string {
  const four = () =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join('');
  return [four(), four(), four(), four()].join('-');
}

/** Whether a password is one of those that nobody guesses. */
export function isStrong(password: string): boolean {
  return strong.test(password);
}

function oneOf(choices: readonly string[]): string {
  return choices[randomInt(choices.length)] ?? '';
}
