import { Readable } from 'node:stream';
import { bundleOf } from './log-part.js';
import type { Bundle, Line } from './bundle.js';
import { rotateLogKey } from './log-key.js';
import { makeSealedLog, type SealedLog, workOn } from './sealed-log-testing.js';
import { isKeptLine } from './verifier/kept-line.js';
import { verifyBundle } from './verifier/log-verifier.js';

const everything = { from: null, to: null, checkpoint: null };
const files = ['keys', 'heads', 'entries'] as const;

type Way = readonly string[];

describe('Every word of a bundle', () => {
  let log: SealedLog;
  let bundle: Bundle & Record<(typeof files)[number], readonly Line[]>;

  beforeAll(async () => {
    log = await makeSealedLog(1);
    await rotateLogKey(log.database.app, log.files.key);
    await workOn(log.database, 2);
    await log.sealer.seal();
    const read = await bundleOf(log.database.app, everything);
    bundle = { ...read, entries: (await Readable.from(read.entries).toArray()) as Line[] };
  });

  afterAll(() => log.drop());

  const found = async (part: Partial<Bundle>) =>
    (await verifyBundle({ ...bundle, ...part }, log.trust())).findings;

  /** What is found where something is done to every line's own copy, one line and way at a time. */
  async function unseen(
    waysIn: (value: unknown) => readonly Way[],
    change: (value: unknown, way: Way) => void,
  ): Promise<readonly string[]> {
    const missed: string[] = [];
    for (const file of files) {
      for (const [index, line] of bundle[file].entries()) {
        for (const way of waysIn(line.value)) {
          const value = structuredClone(line.value);
          change(value, way);
          const lines = bundle[file].with(index, { ...line, value });
          const findings = await found({ [file]: lines });
          if (findings.length === 0) missed.push(`${line.place}: ${way.join('.')}`);
        }
      }
    }
    return missed;
  }

  it('is signed: a change of any is found', async () => {
    expect(await found({})).toEqual([]);
    expect(await unseen(scalarsIn, alter)).toEqual([]);
  });

  it('is missed where somebody has taken it out', async () => {
    const takeOut = (value: unknown, way: Way) => {
      Reflect.deleteProperty(at(value, way.slice(0, -1)) as object, way.at(-1) ?? '');
    };
    expect(await unseen(scalarsIn, takeOut)).toEqual([]);
  });

  it('is answered for: what is put beside it is found', async () => {
    const beside = (value: unknown, way: Way) => {
      Object.assign(at(value, way) as object, { beside: 'a lie' });
    };
    expect(await unseen(objectsIn, beside)).toEqual([]);
    const about = { ...bundle.about, beside: 'a lie' };
    expect(await found({ about })).toEqual(['bundle.json: nobody answers for "beside"']);
    const other = { ...bundle.about, format: 'mayday-audit-2' } as unknown as Bundle['about'];
    expect(await found({ about: other })).toEqual([
      'bundle.json: is of another format: it came with a verifier of its own',
    ]);
  });

  it('is held against checkpoints that are some', async () => {
    const [head] = log.trust().checkpoints;
    expect(isKeptLine(head)).toBeTrue();
    for (const none of [null, 5, {}, { size: 1 }, { ...head, size: '5' }]) {
      expect(isKeptLine(none)).withContext(JSON.stringify(none)).toBeFalse();
    }
    const { findings } = await verifyBundle(bundle, { ...log.trust(), checkpoints: [{}] as never });
    expect(findings.join()).toContain('is not signed by a key of this log');
  });
});

function at(value: unknown, way: Way): unknown {
  return way.reduce<unknown>((in_, name) => (in_ as Record<string, unknown>)[name], value);
}

function objectsIn(value: unknown): readonly Way[] {
  return waysIn(value).filter((way) => {
    const there = at(value, way);
    return typeof there === 'object' && there !== null && !Array.isArray(there);
  });
}

function scalarsIn(value: unknown): readonly Way[] {
  return waysIn(value).filter((way) => {
    const there = at(value, way);
    return typeof there !== 'object' || there === null;
  });
}

function waysIn(value: unknown): readonly Way[] {
  if (typeof value !== 'object' || value === null) return [[]];
  const below = Object.entries(value).flatMap(([name, member]) =>
    waysIn(member).map((way) => [name, ...way]),
  );
  return [[], ...below];
}

/** Changes a scalar as little as can be; of a text the last character. */
function alter(value: unknown, way: Way): void {
  const before = at(value, way);
  const name = way.at(-1) ?? '';
  const after =
    typeof before === 'string'
      ? `${before.slice(0, -1)}${before.endsWith('0') ? '1' : '0'}`
      : Number(before) + 1;
  Object.assign(at(value, way.slice(0, -1)) as object, { [name]: after });
}
