import { linkOf, readLinkText, tokenOfFragment } from './link-token.js';

const desk = 'https://help.example.org';
const token = 'AbC-dEf_0123456789';

describe('A pasted link', () => {
  it('gives its token, whole, bare, or with mayday: before it', () => {
    const texts = [
      `${desk}/i#${token}`,
      `  ${desk}/i#${token}\n`,
      `mayday:${desk}/i#${token}`,
      token,
    ];
    for (const text of texts) {
      expect(readLinkText(text, desk)).withContext(text).toEqual({ kind: 'token', token });
    }
  });

  it('of another desk is not followed but named', () => {
    expect(readLinkText(`https://evil.example/i#${token}`, desk)).toEqual({
      kind: 'other-desk',
      host: 'evil.example',
    });
  });

  it('is no link when its token is cut off, or it leads elsewhere', () => {
    for (const text of [
      '',
      'hello',
      `${desk}/i`,
      `${desk}/i#abc`,
      `${desk}/x#${token}`,
      'a b c d e f',
    ]) {
      expect(readLinkText(text, desk)).withContext(text).toEqual({ kind: 'no-link' });
    }
  });

  it('survives being put together and read again', () => {
    expect(readLinkText(linkOf(token, desk), desk)).toEqual({ kind: 'token', token });
  });
});

describe('The fragment of an address', () => {
  it('is a token only when it has the length and the letters of one', () => {
    expect(tokenOfFragment(`#${token}`)).toBe(token);
    for (const fragment of ['', '#', '#short', `#${'x'.repeat(201)}`, '#<script>alert</script>']) {
      expect(tokenOfFragment(fragment)).withContext(fragment).toBeNull();
    }
  });
});
