import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { rowsOf } from '../store/database.js';
import type { Head, Proof } from './bundle.js';
import { NothingSealedError } from './log-period.js';
import { HeadUnknownError, proofOfEntry, proofOfGrowth } from './proof.js';
import { makeSealedLog, type SealedLog, workOn } from './sealed-log-testing.js';
import { verifierText } from './verifier-text.js';
import { verifyProof } from './verifier/proof-verifier.js';

describe('A proof about the audit log', () => {
  let log: SealedLog;
  let ids: readonly string[];

  beforeAll(async () => {
    log = await makeSealedLog(4);
    const rows = await rowsOf<{ id: string }>(
      log.database.app,
      'select entry_id as id from audit_leaves order by leaf',
    );
    ids = rows.map(({ id }) => id);
  });

  afterAll(() => log.drop());

  async function proofOf(id: string, checkpoint: number | null = null): Promise<Proof> {
    const proof = await proofOfEntry(log.database.app, id, checkpoint);
    if (!proof) throw new Error(`There is no entry ${id}.`);
    return proof;
  }

  it('leads from any entry to the last head and to any checkpoint', async () => {
    const trust = log.trust();
    expect(ids.length).toBe(20);
    for (const id of ids) {
      expect(verifyProof(await proofOf(id), trust)).toEqual([]);
      for (const one of trust.checkpoints as readonly Head[]) {
        const kept = { ...trust, checkpoints: [one] };
        expect(verifyProof(await proofOf(id, one.size), kept)).toEqual([]);
      }
    }
  });

  it('leads from one signed size to another', async () => {
    const trust = log.trust();
    const { app } = log.database;
    for (const from of [5, 10, 15, 20]) {
      const growth = await proofOfGrowth(app, from, null);
      const kept = (trust.checkpoints as readonly Head[]).filter(({ size }) => size === from);
      expect(verifyProof(growth, { ...trust, checkpoints: kept })).toEqual([]);
    }
    expect(verifyProof(await proofOfGrowth(app, 5, 15), { ...trust, checkpoints: [] })).toEqual([]);
    await expectAsync(proofOfGrowth(app, 7, null)).toBeRejectedWithError(HeadUnknownError);
  });

  it('proves nothing once anything in it was changed', async () => {
    const trust = log.trust();
    const proof = await proofOf(ids[6] ?? '', 5);
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const forged = structuredClone(proof);
        if (!alter(forged as unknown as Record<string, unknown>, seed)) return;
        const kept = { ...trust, checkpoints: trust.checkpoints.slice(0, 1) };
        expect(verifyProof(forged, kept)).withContext(String(seed)).not.toEqual([]);
        await Promise.resolve();
      }),
      { numRuns: 200 },
    );
  });

  it('does not lead to a checkpoint for which none was asked, and says so', async () => {
    const kept = { ...log.trust(), checkpoints: log.trust().checkpoints.slice(0, 1) };
    expect(verifyProof(await proofOf(ids[0] ?? ''), kept)).toEqual([
      jasmine.stringMatching(/^the checkpoint of size 5 .*: the proof does not lead to it/),
    ]);
  });

  it('is given for what is sealed, and for what is there', async () => {
    expect(await proofOfEntry(log.database.app, '999999', null)).toBeNull();
    const mine = await makeSealedLog(1);
    await workOn(mine.database, 7);
    const [last] = await rowsOf<{ id: string }>(
      mine.database.app,
      'select max(id) as id from audit_entries',
    );
    await expectAsync(proofOfEntry(mine.database.app, last?.id ?? '', null)).toBeRejectedWithError(
      NothingSealedError,
    );
    await mine.drop();
  });

  it('is verified by the verifier of one file, without us', async () => {
    const [verifier, file, key] = ['verify.mjs', 'proof.json', 'public.pem'].map((name) =>
      join(log.folder, name),
    ) as [string, string, string];
    writeFileSync(verifier, verifierText());
    writeFileSync(key, log.trust().publicKey ?? '');
    writeFileSync(file, JSON.stringify(await proofOf(ids[3] ?? '')));
    const words = [verifier, file, '--key', key, '--checkpoint', log.files.checkpoints];
    const run = () => spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect(run()).toEqual(
      jasmine.objectContaining({ status: 0, stdout: 'Proved: leaf 3 is in the log of size 20.\n' }),
    );
    writeFileSync(file, readFileSync(file, 'utf8').replace('"leaf":3', '"leaf":4'));
    expect(run()).toEqual(
      jasmine.objectContaining({ status: 1, stderr: 'leaf 4: is not in the log of size 20\n' }),
    );
    const imports = [...verifierText().matchAll(/^import .* from '([^']+)'/gm)];
    expect(imports.every(([, from]) => from?.startsWith('node:'))).toBeTrue();
  });
});

/** Changes one value somewhere inside, whichever it is; tells whether it stands for anything. */
function alter(value: Record<string, unknown>, seed: number): boolean {
  const names = Object.keys(value).filter((name) => name !== 'format');
  const name = names[seed % names.length] ?? '';
  const member = value[name];
  const isHollow = (one: unknown) => typeof one === 'object' && Object.keys(one ?? {}).length === 0;
  if (member === undefined || isHollow(member)) return false;
  if (typeof member === 'object' && member !== null) {
    return alter(member as Record<string, unknown>, Math.floor(seed / names.length));
  }
  // Nobody before the first key could have signed when it was made, and at which size.
  if (member === null || ('publicKey' in value && name !== 'publicKey' && name !== 'key'))
    return false;
  value[name] =
    typeof member === 'number' ? member + 1 : another(JSON.stringify(member).slice(1, -1));
  return true;
}

function another(text: string): string {
  return (text.startsWith('1') ? '2' : '1') + text.slice(1);
}
