import {
  type NumberSetting,
  numberSettings,
  readNumber,
  readPortRange,
} from './number-settings.mjs';

const names = Object.keys(numberSettings) as NumberSetting[];

function problemWith(name: NumberSetting, text: string): string {
  const problems: string[] = [];
  expect(readNumber({ [name]: text }, name, problems)).toBeNull();
  return problems.join(' ');
}

describe('A setting that is a whole number', () => {
  it('is what its digits say, with spaces around them or not', () => {
    const problems: string[] = [];
    expect(readNumber({ PORT: ' 7301 ' }, 'PORT', problems)).toBe(7301);
    expect(readNumber({ TRUSTED_PROXIES: '0' }, 'TRUSTED_PROXIES', problems)).toBe(0);
    expect(problems).toEqual([]);
  });

  it('is not set where it is empty or blank', () => {
    for (const text of [undefined, '', '  ']) {
      const problems: string[] = [];
      expect(readNumber({ LIMIT_CHANNELS: text }, 'LIMIT_CHANNELS', problems)).toBeNull();
      expect(problems).toEqual([]);
    }
  });

  for (const name of names) {
    it(`refuses what ${name} cannot be, and says what was given and what is possible`, () => {
      const { from, to } = numberSettings[name];
      const absurd = ['1e99', '1e3', '-1', '1.5', '1,000', 'abc', '0x10', 'Infinity', 'NaN', '٣'];
      for (const text of [...absurd, String(from - 1), String(to + 1), '9'.repeat(400)]) {
        const problem = problemWith(name, text);
        expect(problem).toMatch(/^[A-Z_]+ is "[^"]{1,41}": give a whole number from \d+ to \d+\.$/);
        expect(problem).toContain(`${name} is "${text.slice(0, 40)}`);
        expect(problem).toContain(`from ${from} to ${to}.`);
      }
    });
  }
});

describe('A setting that is a range of ports', () => {
  it('is its first and its last', () => {
    expect(readPortRange({ RTP_PORTS: '20000-20200' }, 'RTP_PORTS', [])).toEqual([20_000, 20_200]);
  });

  it('refuses what no ports are, and what leads backwards', () => {
    for (const text of [
      '70000-80000',
      '20200-20000',
      '20000',
      '1-2',
      '20000-20200-20300',
      '1e4-2e4',
    ]) {
      const problems: string[] = [];
      expect(readPortRange({ RTP_PORTS: text }, 'RTP_PORTS', problems)).toBeNull();
      expect(problems).toEqual([
        `RTP_PORTS is "${text}": give two ports from 1024 to 65535, such as 20000-20200.`,
      ]);
    }
  });
});
