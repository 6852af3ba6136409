import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isReachable } from './reachable.js';

const stranger = { uid: 64_123, gid: 64_123 };

describe('Whether another user can get to a path', () => {
  let top: string;

  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'mayday-reach-'));
    mkdirSync(join(top, 'inner'));
  });

  afterEach(() => {
    rmSync(top, { recursive: true });
  });

  it('is no below a folder that is closed to others', () => {
    chmodSync(top, 0o700);
    expect(isReachable(join(top, 'inner/file'), stranger)).toBeFalse();
  });

  it('is yes when every folder above may be passed through, listed or not', () => {
    chmodSync(top, 0o711);
    chmodSync(join(top, 'inner'), 0o711);
    expect(isReachable(join(top, 'inner/file'), stranger)).toBeTrue();
  });

  it('does not ask for folders that are yet to be made', () => {
    chmodSync(top, 0o711);
    expect(isReachable(join(top, 'new/and/newer'), stranger)).toBeTrue();
  });
});
