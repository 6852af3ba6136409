import { deviceInfo, isAdministrator, parseOsRelease } from './device-info.js';

describe('What is told of the device', () => {
  it('names the system as its own file does', () => {
    const text =
      'PRETTY_NAME="Debian 12"\nNAME="Debian GNU/Linux"\nVERSION="12 (bookworm)"\nID=debian\n';
    expect(parseOsRelease(text)).toEqual({ name: 'Debian GNU/Linux', version: '12 (bookworm)' });
    expect(parseOsRelease('')).toEqual({ name: 'Linux', version: '' });
  });

  it('knows an administrator by their groups', () => {
    const groups = 'root:x:0:\nsudo:x:27:ana,bruno\nusers:x:100:carla\n';
    expect(isAdministrator(groups, 'bruno')).toBeTrue();
    expect(isAdministrator(groups, 'carla')).toBeFalse();
  });

  it('is complete on this machine', async () => {
    const info = await deviceInfo({ width: 1280, height: 720 }, 'pt_BR.UTF-8');
    expect(info.screens).toEqual([{ width: 1280, height: 720 }]);
    expect(info.host).not.toBe('');
    expect(info.memoryBytes).toBeGreaterThan(0);
    expect(info.diskBytes).toBeGreaterThan(info.diskFreeBytes ?? 0);
  });
});
