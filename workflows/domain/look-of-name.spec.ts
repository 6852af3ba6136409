import fc from 'fast-check';
import { lookOf } from './look-of-name.js';

describe('The look of a name', () => {
  it('is that of another that differs in what nobody sees, or sees only on looking closely', () => {
    const alike = [
      'General Desk',
      'GENERAL DESK',
      'Ｇｅｎｅｒａｌ　Ｄｅｓｋ',
      '𝐆𝐞𝐧𝐞𝐫𝐚𝐥 𝔇𝔢𝔰𝔨',
      '  General \u00A0 Desk ',
      'General\u2800Desk',
      'Gen\u00ADeral\uFE0F De\u200Dsk',
      'Ⓖeneral Deſk',
    ];
    expect(new Set(alike.map(lookOf))).toEqual(new Set(['general desk']));
    expect(lookOf('Ni\u0301vel 2')).toBe(lookOf('NÍVEL ２'));
    expect(lookOf('ΟΔΟΣ')).toBe(lookOf('οδοσ'));
    expect(lookOf('Straße')).toBe(lookOf('STRASSE'));
    expect(lookOf('ｶﾞｲﾄﾞ')).toBe(lookOf('ガイド'));
  });

  it('is another where people tell them apart', () => {
    const apart = ['Sao', 'São', 'S ao', 'Sao 2', 'Сао', '東京', '東 京', 'C#', 'C', 'A&B', 'A B'];
    expect(new Set(apart.map(lookOf)).size).toBe(apart.length);
  });

  it('looks like itself, and fits into an index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (name) => {
        expect(lookOf(lookOf(name))).toBe(lookOf(name));
        expect(lookOf(` ${name} `)).toBe(lookOf(name));
      }),
    );
    expect(lookOf('\uFDFA'.repeat(120)).length).toBeLessThanOrEqual(240);
  });
});
