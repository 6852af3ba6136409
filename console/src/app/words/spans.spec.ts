import { languageFor } from './language.js';
import { agoText, bytesText, countdownText, spanText, tenthsText, wholeSpanText } from './spans.js';

const minute = 60_000;

describe('spans of time and space', () => {
  it('are said in the unit that matters', () => {
    expect(spanText(59_999, 'en')).toBe('59 sec');
    expect(spanText(4 * minute, 'en')).toBe('4 min');
    expect(spanText(161 * minute, 'en')).toBe('2 hr 41 min');
    expect(spanText(161 * minute, 'pt-BR')).toBe('2 h 41 min');
    expect(spanText(3 * 1440 * minute, 'pt-BR')).toBe('3 dias');
  });

  it('are told whole where nothing may be cut off', () => {
    expect(wholeSpanText(90_000, 'en')).toBe('1 min 30 sec');
    expect(wholeSpanText(36 * 60 * minute, 'en')).toBe('1 day 12 hr');
    expect(wholeSpanText(60 * minute, 'pt-BR')).toBe('1 h');
    expect(wholeSpanText(999, 'en')).toBe('0 sec');
  });

  it('are told to the tenth of a second where they are short', () => {
    expect(tenthsText(312, 'en')).toBe('0.3 sec');
    expect(tenthsText(1_040, 'pt-BR')).toBe('1 s');
    expect(tenthsText(4 * minute, 'en')).toBe('4 min');
  });

  it('count down to nothing and not below', () => {
    expect(countdownText(192_000, 'en')).toBe('3:12');
    expect(countdownText(1, 'en')).toBe('0:01');
    expect(countdownText(-5_000, 'en')).toBe('0:00');
  });

  it('are told from now', () => {
    expect(agoText(0, 5 * minute, 'en')).toBe('5 minutes ago');
    expect(agoText(0, 1440 * minute, 'pt-BR')).toBe('ontem');
  });

  it('count bytes as systems do', () => {
    expect(bytesText(512, 'en')).toBe('512 byte');
    expect(bytesText(8_589_934_592, 'en')).toBe('8 GB');
    expect(bytesText(1_610_612_736, 'pt-BR')).toBe('1,5 GB');
  });

  it('are said in the language that a browser wishes for', () => {
    expect(languageFor(['de', 'pt-PT', 'en'])).toBe('pt-BR');
    expect(languageFor(['en-GB', 'pt'])).toBe('en');
    expect(languageFor(['de'])).toBe('en');
  });
});
