import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';

/** A network of its own on this machine, with one way out. */
export interface FarNetwork {
  readonly name: string;
  /** The interface at either end, and its address. */
  readonly near: { readonly link: string; readonly address: string };
  readonly far: { readonly link: string; readonly address: string };
}

/** The network of a line's process; its addresses are out of the block that is kept for measurements (RFC 2544). */
export function farNetworkOf(pid: number): FarNetwork {
  const block = `198.18.${pid % 256}`;
  return {
    name: `mayday-${pid}`,
    near: { link: `md${pid}n`, address: `${block}.1` },
    far: { link: `md${pid}f`, address: `${block}.2` },
  };
}

/** Makes it, with both interfaces there already. Programs in it find the desk's machine as `localhost`, since plain HTTP is for that alone. */
export function makeNetwork({ name, near, far }: FarNetwork): void {
  ip('netns', 'add', name);
  mkdirSync(filesOf(name), { recursive: true });
  writeFileSync(`${filesOf(name)}/hosts`, `${near.address} localhost\n`);
  ip('link', 'set', far.link, 'netns', name);
  ip('address', 'add', `${near.address}/30`, 'dev', near.link);
  ip('link', 'set', near.link, 'up');
  ip('-n', name, 'address', 'add', `${far.address}/30`, 'dev', far.link);
  ip('-n', name, 'link', 'set', far.link, 'up');
  ip('-n', name, 'link', 'set', 'lo', 'up');
}

export function removeNetwork({ name }: FarNetwork): void {
  rmSync(filesOf(name), { recursive: true, force: true });
  ip('netns', 'delete', name);
}

/** Files here stand in for those of `/etc` in the network. */
function filesOf(name: string): string {
  return `/etc/netns/${name}`;
}

function ip(...words: readonly string[]): void {
  execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'inherit'] });
}
