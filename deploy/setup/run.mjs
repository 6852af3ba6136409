import { spawn } from 'node:child_process';
import { project } from './project.mjs';

const ending = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A command that ended badly; its message ends with the last lines that the command wrote. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    const tail = output.trimEnd().split('\n').slice(-40).join('\n');
    super(`"${command}" ended with ${code}.\n${tail}`);
    this.output = output;
  }
}

/** Runs a command quietly in the clone and answers what it wrote; throws CommandFailed. */
export function run(command, args, { env = {}, cwd = project } = {}) {
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', failed);
    child.on('close', (code, signal) => {
      if (code === 0) done(output);
      else failed(new CommandFailed([command, ...args].join(' '), signal ?? code, output));
    });
  });
}

/** Runs a command with this terminal as its own and answers its exit code. */
export function runHere(command, args, { env = {} } = {}) {
  return attended(
    spawn(command, args, { cwd: project, env: { ...process.env, ...env }, stdio: 'inherit' }),
  );
}

/** Like runHere, but the terminal's Ctrl-C reaches the command through us alone, and not what it has started. */
export function runApart(command, args) {
  return attended(spawn(command, args, { cwd: project, stdio: 'inherit', detached: true }));
}

/** Passes on what ends us, and answers the exit code. */
function attended(child) {
  return new Promise((done, failed) => {
    const forward = (signal) => child.kill(signal);
    for (const signal of ending) process.on(signal, forward);
    child.on('error', failed);
    child.on('close', (code, signal) => {
      for (const one of ending) process.off(one, forward);
      done(signal === null ? code : 1);
    });
  });
}
