import { createHmac, randomBytes } from 'node:crypto';
import { encodeControl, macLength } from '../../workflows/domain/control/control-message.js';
import { ControlReceiver } from './control-receiver.js';

const key = randomBytes(32).toString('base64url');
const driver = { technician: 'greta', epoch: 3, key };
const move = { kind: 'pointer-move', x: 0.5, y: 0.25 } as const;

function signed(epoch: number, counter: number, under = key): Uint8Array {
  const said = encodeControl({ epoch, counter }, move);
  const code = createHmac('sha256', Buffer.from(under, 'base64url')).update(said).digest();
  return Buffer.concat([said, code.subarray(0, macLength)]);
}

function receiver(): ControlReceiver {
  const made = new ControlReceiver();
  made.setDriver(driver);
  return made;
}

describe('The receiver of control messages', () => {
  it('obeys the driver', () => {
    const message = receiver().accept('greta', signed(3, 0));
    expect(message?.kind).toBe('pointer-move');
  });

  it('obeys nobody when nobody drives', () => {
    const made = new ControlReceiver();
    expect(made.accept('greta', signed(3, 0))).toBeNull();
    made.setDriver(driver);
    made.setDriver(null);
    expect(made.accept('greta', signed(3, 1))).toBeNull();
  });

  it('drops what another technician sends, even under the right key', () => {
    expect(receiver().accept('hugo', signed(3, 0))).toBeNull();
  });

  it('drops a message under another key, of another epoch, or changed on its way', () => {
    const made = receiver();
    const changed = signed(3, 0);
    changed[11] = (changed[11] ?? 0) ^ 1;
    expect(made.accept('greta', signed(3, 0, randomBytes(32).toString('base64url')))).toBeNull();
    expect(made.accept('greta', signed(2, 0))).toBeNull();
    expect(made.accept('greta', changed)).toBeNull();
    expect(made.dropped).toEqual({ foreign: 3, stale: 0 });
  });

  it('obeys each message once, and none after a later one', () => {
    const made = receiver();
    expect(made.accept('greta', signed(3, 5))).not.toBeNull();
    expect(made.accept('greta', signed(3, 5))).toBeNull();
    expect(made.accept('greta', signed(3, 4))).toBeNull();
    expect(made.accept('greta', signed(3, 6))).not.toBeNull();
    expect(made.dropped).toEqual({ foreign: 0, stale: 2 });
  });

  it('keeps its count when the same driver is named again', () => {
    const made = receiver();
    made.accept('greta', signed(3, 5));
    made.setDriver({ ...driver });
    expect(made.accept('greta', signed(3, 5))).toBeNull();
  });

  it('keeps its count while control was taken away and given back', () => {
    const made = receiver();
    made.accept('greta', signed(3, 5));
    made.setDriver(null);
    made.setDriver({ ...driver });
    expect(made.accept('greta', signed(3, 5))).toBeNull();
    expect(made.accept('greta', signed(3, 6))).not.toBeNull();
  });

  it('drops bytes that are no message', () => {
    const made = receiver();
    for (const length of [0, 1, 16, 17, 300, 5000]) {
      expect(made.accept('greta', randomBytes(length))).toBeNull();
    }
  });
});
