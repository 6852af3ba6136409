import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CodeDoor } from './code-door.js';

describe('The door by a code', () => {
  const lastsMs = 600_000;
  const expiresAt = new Date(Date.now() + lastsMs).toISOString();
  const answers: Readonly<Record<string, object>> = {
    '/api/codes': { code: '123456782', deviceToken: 'of-a-code', expiresAt, remainingMs: lastsMs },
    '/api/code-waits': { state: 'used', remainingMs: 0, link: { url: null, expiresAt } },
  };
  const desk = createServer((request, response) => {
    response.end(JSON.stringify(answers[request.url ?? ''] ?? {}));
  });

  beforeEach(async () => {
    await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve));
    jasmine.clock().install();
  });

  afterEach(() => {
    jasmine.clock().uninstall();
    desk.close();
  });

  it('says nothing more of a code when its time is up, once it has said what went wrong', async () => {
    const told: string[] = [];
    const telling = (what: string) => () => void told.push(what);
    const parts = {
      deviceKey: () => Promise.resolve('a-key-of-this-device'),
      deviceInfo: () => Promise.resolve({ system: 'Linux' }),
    };
    const { port } = desk.address() as AddressInfo;
    const door = new CodeDoor({ origin: `http://127.0.0.1:${port}`, verified: false }, parts, {
      shown: telling('shown'),
      entered: telling('entered'),
      over: telling('over'),
      failed: telling('failed'),
    });
    await door.open('en');
    expect(told).toEqual(['shown', 'failed']);
    jasmine.clock().tick(lastsMs);
    expect(told).toEqual(['shown', 'failed']);
    door.close();
  });
});
