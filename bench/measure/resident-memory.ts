import { readFileSync } from 'node:fs';

/** How much of a process's memory is resident now, and at its peak, in bytes. */
export function residentMemory(pid: number): { readonly now: number; readonly peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return { now: bytesIn(status, 'VmRSS'), peak: bytesIn(status, 'VmHWM') };
}

function bytesIn(status: string, line: string): number {
  const [, kilobytes = '0'] = new RegExp(`^${line}:\\s+(\\d+)`, 'm').exec(status) ?? [];
  return 1_024 * Number(kilobytes);
}
