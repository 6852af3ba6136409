import { parseDesk, parseLink } from './link.js';

describe('The address of a desk', () => {
  it('may be typed whole or in short, with a path or without', () => {
    for (const typed of [
      'help.example.org',
      ' https://help.example.org/help ',
      'mayday:https://help.example.org/help',
    ]) {
      expect(parseDesk(typed)).toEqual({ origin: 'https://help.example.org', verified: true });
    }
    expect(parseDesk('127.0.0.1:7300')).toEqual({
      origin: 'http://127.0.0.1:7300',
      verified: false,
    });
    expect(parseDesk('localhost:7300')?.origin).toBe('http://localhost:7300');
  });

  it('is none without encryption, with a token, or when it is something else', () => {
    for (const wrong of [
      '',
      'hello',
      'http://help.example.org',
      'https://help.example.org/i#abcdefgh',
    ]) {
      expect(parseDesk(wrong)).withContext(wrong).toBeNull();
    }
  });
});

describe('A pasted link', () => {
  it('names the desk and carries the token in its fragment', () => {
    expect(parseLink('  https://help.example.org/i#abcdefgh12345678 ')).toEqual({
      origin: 'https://help.example.org',
      token: 'abcdefgh12345678',
      verified: true,
    });
  });

  it('may come through the mayday: scheme', () => {
    const expected = { origin: 'https://help.example.org', token: 'abcdefgh', verified: true };
    expect(parseLink('mayday:https://help.example.org/i#abcdefgh')).toEqual(expected);
    expect(parseLink('mayday://help.example.org/i#abcdefgh')).toEqual(expected);
  });

  it('may be unencrypted on this machine only', () => {
    expect(parseLink('http://127.0.0.1:7300/i#abcdefgh')).toEqual({
      origin: 'http://127.0.0.1:7300',
      token: 'abcdefgh',
      verified: false,
    });
    expect(parseLink('http://help.example.org/i#abcdefgh')).toBe('not-safe');
  });

  it('is none without a token, or when it is something else', () => {
    for (const wrong of ['', 'hello', 'https://help.example.org/i', 'ftp://x/i#abcdefgh']) {
      expect(parseLink(wrong)).toBe('not-a-link');
    }
  });
});
