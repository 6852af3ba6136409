import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/** CPU seconds that the processes and all that they have started have used so far; what has ended counts no more. */
export function cpuSeconds(roots: readonly number[]): number {
  const processes = everyProcess();
  const ours = new Set(roots);
  // A parent may have a higher number than its child, so the set grows until nothing is added.
  for (let before = -1; before !== ours.size;) {
    before = ours.size;
    for (const { pid, parent } of processes) if (ours.has(parent)) ours.add(pid);
  }
  const ticks = processes.filter(({ pid }) => ours.has(pid)).map((process) => process.ticks);
  return ticks.reduce((sum, each) => sum + each, 0) / ticksPerSecond;
}

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

function everyProcess(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)) ?? []);
}

function readProcess(pid: number): Process | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before the last bracket may hold anything, spaces too.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { pid, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    return undefined; // It ended between the listing and the reading.
  }
}

/** The oldest process that was started with this argument; throws when there is none. */
export function pidOf(argument: string): number {
  const pids = everyProcess().map(({ pid }) => pid);
  const found = pids.toSorted((a, b) => a - b).find((pid) => argumentsOf(pid).includes(argument));
  if (found === undefined) throw new Error(`No process runs with ${argument}.`);
  return found;
}

function argumentsOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // It ended between the listing and the reading.
  }
}
