import { initials } from './face.js';

describe('Initials', () => {
  it('are those of the first and the last name', () => {
    expect(initials('Greta Lindqvist')).toBe('GL');
    expect(initials('ana maria de souza')).toBe('AS');
  });

  it('are one letter for one name, and none for none', () => {
    expect(initials('Élodie')).toBe('É');
    expect(initials('  ')).toBe('');
  });
});
