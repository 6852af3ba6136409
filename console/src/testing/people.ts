import type { Person } from '../app/desk/contract.js';

/** People of the fake desk. */
export const greta = person('greta', 'Greta Lindqvist');
export const hugo = person('hugo', 'Hugo Brandt');
export const ivan = person('ivan', 'Ivan Marković');

function person(key: string, name: string): Person {
  return { key, name, face: `/api/people/${key}/face` };
}
