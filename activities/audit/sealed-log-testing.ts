import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appendOf, requestOf } from '../../workflows/support-session/commands-testing.js';
import { makeTestDatabase, type TestDatabase } from '../store/database-testing.js';
import { LiveBell } from '../store/feed/live-bell.js';
import { writeAudit } from '../store/log/audit-entry.js';
import { MessageStore } from '../record/message-store.js';
import { SessionRecord } from '../record/session-record.js';
import type { Trust } from './bundle.js';
import { CheckpointFile } from './checkpoint-file.js';
import { Sealer, type SealerFiles } from './sealer.js';

/** A desk's audit log in a database of its own, sealed again and again while it grew. */
export interface SealedLog {
  readonly database: TestDatabase;
  readonly files: SealerFiles;
  readonly sealer: Sealer;
  readonly folder: string;
  readonly sessions: readonly string[];
  /** The public key and the checkpoints, as somebody else keeps them. */
  trust(): Trust;
  drop(): Promise<void>;
}

/** Makes a log of a few sessions with chat, and of changes to a few people. */
export async function makeSealedLog(rounds = 4): Promise<SealedLog> {
  const database = await makeTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'mayday-audit-'));
  const files = { key: join(folder, 'key.pem'), checkpoints: join(folder, 'checkpoints.jsonl') };
  const sealer = new Sealer(database.app, files);
  const sessions: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    sessions.push(await workOn(database, round));
    await sealer.seal();
  }
  return {
    database,
    files,
    sealer,
    folder,
    sessions,
    trust: () => trustIn(files),
    async drop() {
      rmSync(folder, { recursive: true });
      await database.drop();
    },
  };
}

/** A session that is begun, talked in and closed, and a change to a technician. */
export async function workOn({ app }: TestDatabase, round: number): Promise<string> {
  const bell = new LiveBell(app);
  const record = new SessionRecord(app, bell);
  const id = crypto.randomUUID();
  await record.append(appendOf(id, null, requestOf(id, { subject: `Printer ${round} is silent` })));
  await new MessageStore(app, bell).add({
    id: crypto.randomUUID(),
    sessionId: id,
    technician: 'ana',
    grant: { action: 'tool.chat', revision: 'a-revision', from: '192.0.2.7' },
    text: 'Is it plugged in?',
  });
  const closing = { type: 'close', outcome: 'withdrawn', remark: 'It was not' } as const;
  await record.append(appendOf(id, await record.find(id), closing));
  await app.transaction((tx) =>
    writeAudit(tx, {
      actor: { kind: 'technician', key: 'kofi' },
      action: 'technician.edit',
      revision: 'a-revision',
      subject: { kind: 'technician', key: round % 2 === 0 ? 'ana' : 'bruno' },
      data: { capacity: { before: 3, after: 3 + round } },
      texts: { name: 'Ana Moreira' },
    }),
  );
  return id;
}

function trustIn({ key, checkpoints }: SealerFiles): Trust {
  const half = createPublicKey(createPrivateKey(readFileSync(key)));
  return {
    publicKey: half.export({ format: 'pem', type: 'spki' }).toString(),
    checkpoints: [...new CheckpointFile(checkpoints).lines()],
  };
}
