import { isVisibleName, nameAsKept } from './visible-name.js';

describe('A name', () => {
  it('may be written in any script, with pictures', () => {
    for (const name of [
      'General',
      'Nível 2',
      '東京 デスク',
      'می‌خواهم',
      'क्‍ष',
      '👩‍💻 Devs',
      '1️⃣ Level',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿 Office',
      '❤️',
    ]) {
      expect(isVisibleName(name)).withContext(name).toBeTrue();
    }
  });

  it('is one line of what can be seen', () => {
    const unseen = [
      '',
      ' ',
      '\u200B',
      '\u3164',
      '\uFE0F',
      '\u200D',
      '\u2800',
      'Fin\nance',
      'Fin\tance',
    ];
    const alike = [
      'Gen\u200Beral',
      'Gen\u00ADeral',
      'Gen\u200Deral',
      'General\uFE0F',
      '\u202Elareneg',
      '\uFEFFGeneral',
    ];
    for (const name of [...unseen, ...alike]) {
      expect(isVisibleName(name)).withContext(JSON.stringify(name)).toBeFalse();
    }
  });

  it('is kept without spaces around it, in one way of writing each letter', () => {
    expect(nameAsKept('  Ni\u0301vel 2 ')).toBe('N\u00EDvel 2');
  });
});
