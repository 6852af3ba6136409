import { keyBeside, keyOf } from './key-of-name.js';

describe('The key of a name', () => {
  it('is its letters and digits, plain and small, with hyphens between', () => {
    expect(keyOf('Adatum AG & Söhne')).toBe('adatum-ag-sohne');
    expect(keyOf('  Nível 2 — São Paulo ')).toBe('nivel-2-sao-paulo');
    expect(keyOf('東京')).toBeNull();
  });

  it('is no longer than 48, and ends with no hyphen', () => {
    expect(keyOf('a'.repeat(80))).toBe('a'.repeat(48));
    expect(keyOf(`${'a'.repeat(47)} b`)).toBe('a'.repeat(47));
  });

  it('is numbered where it is taken', () => {
    expect(keyBeside('tills', new Set())).toBe('tills');
    expect(keyBeside('tills', new Set(['tills', 'tills-2']))).toBe('tills-3');
  });
});
