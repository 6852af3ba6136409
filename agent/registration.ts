import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const name = 'mayday-helper.desktop';
const scheme = 'x-scheme-handler/mayday';

/**
 * Lets the desktop open `mayday:` links with this program, for this user alone.
 * @param dataFolder such as `~/.local/share`
 * @param command the program and its first arguments
 * @returns the file that was written
 */
export async function register(dataFolder: string, command: readonly string[]): Promise<string> {
  const folder = join(dataFolder, 'applications');
  const file = join(folder, name);
  await mkdir(folder, { recursive: true });
  await writeFile(file, desktopEntry(command));
  // Both are conveniences of the desktop; where one is missing, the entry itself still serves.
  spawnSync('xdg-mime', ['default', name, scheme]);
  spawnSync('update-desktop-database', [folder]);
  return file;
}

/** The entry that tells a desktop of this program. */
export function desktopEntry(command: readonly string[]): string {
  const execute = [...command.map(quoted), '%u'].join(' ');
  return `[Desktop Entry]
Type=Application
Name=Mayday helper
Name[pt_BR]=Assistente Mayday
Comment=Get help with your screen
Exec=${execute}
Icon=help-browser
NoDisplay=true
Terminal=false
MimeType=${scheme};
`;
}

function quoted(word: string): string {
  return `"${word.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;
}
