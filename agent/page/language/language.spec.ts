import { brazilianPortuguese } from './brazilian-portuguese.js';
import { english } from './english.js';
import { bestLanguage, localeOf } from './language.js';

/** Every text of a catalogue with its path; those with blanks are filled by a mark. */
function texts(catalogue: object, path = ''): [path: string, text: string][] {
  return Object.entries(catalogue).flatMap(([key, value]: [string, unknown]) => {
    const here = `${path}/${key}`;
    if (typeof value === 'string') return [[here, value] as [string, string]];
    if (typeof value === 'function')
      return [[here, String((value as (x: string) => unknown)('‹›'))]];
    return texts(value as object, here);
  });
}

describe('The catalogues', () => {
  it('have the same keys, and a text for each', () => {
    const keys = (catalogue: object): string[] => texts(catalogue).map(([path]) => path);
    expect(keys(brazilianPortuguese)).toEqual(keys(english));
    for (const [path, text] of [...texts(english), ...texts(brazilianPortuguese)]) {
      expect(text.trim()).withContext(path).not.toBe('');
    }
  });

  it('fill the same blanks', () => {
    const filled = (catalogue: object): string[] =>
      texts(catalogue)
        .filter(([, text]) => text.includes('‹›'))
        .map(([path]) => path);
    expect(filled(brazilianPortuguese)).toEqual(filled(english));
  });
});

describe('The language', () => {
  it('is the first one wanted that the page speaks', () => {
    expect(bestLanguage([null, 'de-DE', 'pt-PT', 'en'])).toBe('pt-BR');
    expect(bestLanguage(['en-GB', 'pt-BR'])).toBe('en');
    expect(bestLanguage(['ja'])).toBe('en');
    expect(bestLanguage([])).toBe('en');
  });

  it('writes dates as the browser’s own variety of it does', () => {
    expect(localeOf('en', ['de', 'en-GB', 'en-US'])).toBe('en-GB');
    expect(localeOf('pt-BR', ['en-GB'])).toBe('pt-BR');
  });
});
