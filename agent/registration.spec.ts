import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desktopEntry, register } from './registration.js';

describe('The registration for mayday: links', () => {
  it('quotes what a desktop would read otherwise', () => {
    expect(desktopEntry(['/home/ana/my "tools"/100%/mayday'])).toContain(
      'Exec="/home/ana/my \\"tools\\"/100%%/mayday" %u\n',
    );
  });

  it('is written where the desktop looks for it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mayday-registration-'));
    const file = await register(folder, ['/opt/mayday-helper']);
    expect(await readFile(file, 'utf8')).toContain('MimeType=x-scheme-handler/mayday;');
    await rm(folder, { recursive: true });
  });
});
