import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { baseEnvironment } from '../base-environment.js';
import type { JanusProgram } from '../getting/janus.js';
import type { PartPlan, SystemUser } from '../part.js';
import { writeJanusConfig, type JanusSetting } from './janus-config.js';

/** Where and as whom an embedded Janus runs. */
export interface JanusPlace {
  readonly program: JanusProgram;
  /** A folder that only Janus's user can look into. */
  readonly folder: string;
  readonly user: SystemUser | undefined;
  readonly logFile: string;
}

/** The plan for an embedded Janus, its configuration written first. */
export function planJanus(
  { program, folder, user, logFile }: JanusPlace,
  setting: JanusSetting,
): PartPlan {
  writeJanusConfig(folder, setting);
  if (user !== undefined) give(folder, user);
  return {
    name: 'janus',
    command: program.command,
    args: ['-F', folder, '-C', join(folder, 'janus.jcfg')],
    environment: { ...baseEnvironment(), HOME: folder, ...program.environment },
    user,
    folder,
    logFile,
    stopSignal: 'SIGINT',
    stopWithin: 5_000,
    readyWithin: 20_000,
    isReady: () => answers(`ws://127.0.0.1:${setting.port}`),
  };
}

function give(folder: string, user: SystemUser): void {
  for (const name of readdirSync(folder)) chownSync(join(folder, name), user.uid, user.gid);
}

/** `info` is the one request that Janus answers without a token. */
function answers(url: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = new WebSocket(url, 'janus-protocol', { handshakeTimeout: 1_000 });
    const finish = (answer: boolean) => {
      clearTimeout(patience);
      socket.terminate();
      done(answer);
    };
    const patience = setTimeout(finish, 2_000, false);
    socket.on('error', () => {
      finish(false); // Not listening yet.
    });
    socket.on('open', () => {
      socket.send(JSON.stringify({ janus: 'info', transaction: 'ready' }));
    });
    socket.on('message', () => {
      finish(true);
    });
  });
}
