import { keysymOf } from './keysyms.js';

describe('X numbers of DOM keys', () => {
  it('are the character itself for Latin letters and signs', () => {
    expect(keysymOf('a', 'KeyA')).toBe(0x61);
    expect(keysymOf('ç', 'Semicolon')).toBe(0xe7);
    expect(keysymOf(' ', 'Space')).toBe(0x20);
  });

  it('are Unicode numbers for every other character', () => {
    expect(keysymOf('ж', 'Semicolon')).toBe(0x01000436);
    expect(keysymOf('😀', '')).toBe(0x0101f600);
  });

  it('tell the left key from the right one', () => {
    expect(keysymOf('Shift', 'ShiftLeft')).toBe(0xffe1);
    expect(keysymOf('Shift', 'ShiftRight')).toBe(0xffe2);
    expect(keysymOf('Enter', 'NumpadEnter')).toBe(0xff8d);
  });

  it('know the function keys', () => {
    expect(keysymOf('F1', 'F1')).toBe(0xffbe);
    expect(keysymOf('F12', 'F12')).toBe(0xffc9);
    expect(keysymOf('F25', 'F25')).toBeNull();
  });

  it('are none for keys that type nothing by themselves', () => {
    expect(keysymOf('Dead', 'Quote')).toBeNull();
    expect(keysymOf('Unidentified', '')).toBeNull();
    expect(keysymOf('', '')).toBeNull();
    expect(keysymOf('\u0007', '')).toBeNull();
  });
});
