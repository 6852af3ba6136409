import { decodeControl, macLength } from '../../../../workflows/domain/control/control-message.js';
import { until } from '../../testing/until.js';
import { bytesFromBase64Url } from './base64url.js';
import { ControlSender } from './control-sender.js';

const driver = {
  technician: 'greta',
  epoch: 7,
  key: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8',
};

/** Everything that a sender sends, and the frames of the browser in the spec's hands. */
function sending() {
  const sent: Uint8Array<ArrayBuffer>[] = [];
  const frames: (() => void)[] = [];
  const sender = new ControlSender(
    driver,
    (bytes) => sent.push(bytes),
    (flush) => frames.push(flush),
  );
  const nextFrame = () => {
    for (const flush of frames.splice(0)) flush();
  };
  const messages = async () => {
    await sender.sent();
    return sent.map((bytes) => decodeControl(bytes.subarray(0, -macLength)));
  };
  return { sender, sent, nextFrame, messages };
}

describe('a sender of control', () => {
  it('authenticates each message under the driver’s key', async () => {
    const { sender, sent } = sending();
    sender.key('KeyA', 'a', true);
    await sender.sent();
    const [bytes = new Uint8Array()] = sent;
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const raw = bytesFromBase64Url(driver.key);
    const key = await crypto.subtle.importKey('raw', raw, algorithm, false, ['sign']);
    const code = await crypto.subtle.sign('HMAC', key, bytes.subarray(0, -macLength));
    expect(bytes.subarray(-macLength)).toEqual(new Uint8Array(code, 0, macLength));
  });

  it('counts upwards in its epoch, in the order of what was done', async () => {
    const { sender, messages } = sending();
    sender.button({ x: 0.5, y: 0.5 }, 0, true);
    sender.button({ x: 0.5, y: 0.5 }, 0, false);
    sender.key('KeyA', 'a', true);
    sender.releaseAll();
    const all = await messages();
    expect(all.map((one) => one?.message.kind)).toEqual([
      'pointer-button',
      'pointer-button',
      'key',
      'release-all',
    ]);
    const counters = all.map((one) => one?.position.counter ?? 0);
    expect(counters).toEqual(counters.toSorted((a, b) => a - b));
    expect(new Set(counters).size).toBe(4);
    expect(all.every((one) => one?.position.epoch === 7)).toBeTrue();
  });

  it('goes on above what a page loaded before has counted', async () => {
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 0, 1));
    try {
      const before = sending();
      for (let n = 0; n < 100; n += 1) before.sender.releaseAll();
      jasmine.clock().tick(1_000);
      const after = sending();
      after.sender.releaseAll();
      const last = (await before.messages()).at(-1)?.position.counter ?? Infinity;
      expect((await after.messages())[0]?.position.counter).toBeGreaterThan(last);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('lets the newest input count where two windows send', async () => {
    jasmine
      .clock()
      .install()
      .mockDate(new Date(2026, 0, 1));
    try {
      const [one, other] = [sending(), sending()];
      const counters: number[] = [];
      for (const { sender, messages } of [one, other, one, other]) {
        jasmine.clock().tick(20);
        sender.releaseAll();
        counters.push((await messages()).at(-1)?.position.counter ?? 0);
      }
      expect(counters).toEqual(counters.toSorted((a, b) => a - b));
      expect(new Set(counters).size).toBe(4);
    } finally {
      jasmine.clock().uninstall();
    }
  });

  it('sends one move a frame, the latest', async () => {
    const { sender, nextFrame, messages } = sending();
    sender.move({ x: 0.1, y: 0.1 });
    sender.move({ x: 0.2, y: 0.2 });
    expect(await messages()).toEqual([]);
    nextFrame();
    sender.move({ x: 1, y: 1 });
    nextFrame();
    const moves = (await messages()).map((one) => one?.message);
    expect(moves.length).toBe(2);
    expect(moves[1]).toEqual({ kind: 'pointer-move', x: 1, y: 1 });
  });

  it('keeps to the frames of the browser unless told otherwise', async () => {
    const sent: Uint8Array<ArrayBuffer>[] = [];
    const sender = new ControlSender(driver, (bytes) => sent.push(bytes));
    sender.move({ x: 0.5, y: 0.5 });
    await until('the move has left', () => sent.length === 1);
  });

  it('never lets a click wait for a frame, and drops the move that it overtakes', async () => {
    const { sender, nextFrame, messages } = sending();
    sender.move({ x: 0.1, y: 0.1 });
    sender.button({ x: 0, y: 1 }, 2, true);
    expect((await messages()).map((one) => one?.message)).toEqual([
      { kind: 'pointer-button', x: 0, y: 1, button: 2, down: true },
    ]);
    nextFrame();
    expect((await messages()).length).toBe(1);
  });

  it('turns the wheel notch by notch', async () => {
    const { sender, messages } = sending();
    sender.wheel({ x: 0, y: 0 }, 0, 300);
    const turns = (await messages()).map((one) =>
      one?.message.kind === 'wheel' ? one.message.dy : 0,
    );
    expect(turns.length).toBe(3);
    expect(turns.every((dy) => Math.abs(dy - 100) < 0.1)).toBeTrue();
  });

  it('sends nothing once it is closed', async () => {
    const { sender, messages } = sending();
    sender.close();
    sender.releaseAll();
    expect(await messages()).toEqual([]);
  });
});
