import { spawn } from 'node:child_process';
import { project } from './project.mjs';

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
  return new Promise((done, failed) => {
    const child = spawn(command, args, {
      cwd: project,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    const forward = (signal) => child.kill(signal);
    process.on('SIGINT', forward).on('SIGTERM', forward);
    child.on('error', failed);
    child.on('close', (code, signal) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      done(signal === null ? code : 1);
    });
  });
}
