import { browserOf, runsLinuxHelper, systemOf } from './system.js';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0';
const edge =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0';
const safari =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15';
const phone =
  'Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36';

describe('What a browser says of its device', () => {
  it('names the system', () => {
    expect([firefox, edge, safari, phone, 'curl'].map(systemOf)).toEqual([
      'Linux',
      'Windows',
      'macOS',
      'Android',
      null,
    ]);
  });

  it('names the browser by its own name, also when it borrows another’s', () => {
    expect([firefox, edge, safari, phone, 'curl'].map(browserOf)).toEqual([
      'Firefox 142',
      'Edge 141',
      'Safari 26',
      'Chrome 141',
      null,
    ]);
  });

  it('offers the Linux helper to 64-bit PCs alone', () => {
    expect([firefox, edge, safari, phone].map(runsLinuxHelper)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
