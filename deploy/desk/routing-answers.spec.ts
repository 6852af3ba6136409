import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DeskFailure } from './desk-failure.js';
import { InputFiles } from './input-files.js';
import { RoutingAnswers } from './routing-answers.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('Trying where a request would go', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'mayday-routing-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const sources = {
    policy: 'policies/files',
    organisation: 'deploy/demo/org.json',
    routing: 'deploy/demo/routing.json',
    people: 'deploy/demo/directory.json',
    sosCalls: 'deploy/demo/sos-calls.json',
  };

  function written(document: unknown): string {
    const path = join(folder, `${crypto.randomUUID()}.json`);
    writeFileSync(path, JSON.stringify(document));
    return path;
  }

  async function answerTo(request: unknown, changes: Partial<typeof sources> = {}) {
    const answers = new RoutingAnswers(new InputFiles(root));
    return JSON.parse(await answers.try(written(request), { ...sources, ...changes })) as object;
  }

  const designer = { system: 'macOS 15.1', department: 'Graphic Design', locale: 'sv' };

  it('brings a graphic designer on a Mac to the Mac specialist who speaks their language', async () => {
    const staff = {
      greta: { languages: ['sv', 'en'], skills: ['macos'] },
      hugo: { languages: ['de'], skills: ['macos'] },
      davi: { present: false },
    };
    const answer = await answerTo({ ...designer, staff });
    expect(answer).toEqual(
      jasmine.objectContaining({
        channel: 'design-mac',
        rule: 'Designers on a Mac',
        step: { kind: 'offer', technician: 'greta', tier: 0 },
      }),
    );
    expect(answer).toEqual(
      jasmine.objectContaining({
        people: jasmine.arrayContaining([
          jasmine.objectContaining({ technician: 'davi', reason: 'absent' }),
        ]),
      }),
    );
  });

  it('knows what the demonstration’s people can, unless the request says otherwise', async () => {
    const asked = { ...designer, words: 'Adobe Illustrator closes when I export' };
    expect(await answerTo(asked)).toEqual(
      jasmine.objectContaining({ step: { kind: 'offer', technician: 'greta', tier: 0 } }),
    );
    const staff = { greta: { skills: [] } };
    expect(await answerTo({ ...asked, staff })).toEqual(
      jasmine.objectContaining({ step: { kind: 'offer', technician: 'hugo', tier: 0 } }),
    );
  });

  it('says what is wrong with what is known of people', async () => {
    const people = written({ technicians: [{ key: 'greta', capacity: 0, skils: [] }] });
    await expectAsync(answerTo(designer, { people })).toBeRejectedWithError(
      /technicians\/0\/skils means nothing here[^]*technicians\/0\/capacity must be a whole number/,
    );
  });

  it('says which tiers nobody can be asked of, and refuses rules that name what is not there', async () => {
    const tiers = [{ technicians: ['otto'], waitSeconds: 60 }];
    const channels = [{ channel: 'design-mac', routing: { mode: 'least-busy', tiers } }];
    const rule = (when: object) => ({ name: 'A', when, channel: 'design-mac' });
    const rules = { rules: [rule({ department: ['design'] })] };
    const answer = await answerTo(designer, { routing: written({ rules, channels }) });
    expect(answer).toEqual(
      jasmine.objectContaining({
        remarks: [jasmine.objectContaining({ path: '/tiers/0', code: 'tier-disabled' })],
      }),
    );
    const unknown = { rules: [rule({ customer: ['nobody'], sosCall: ['gone'] })] };
    await expectAsync(
      answerTo(designer, { routing: written({ rules: unknown, channels }) }),
    ).toBeRejectedWithError(/there is no customer nobody[^]*there is no SOS Call gone/);
  });

  it('says what is wrong with a request or a routing, with its place', async () => {
    await expectAsync(
      answerTo({ colour: 'red', staff: { greta: { capacity: 0 } } }),
    ).toBeRejectedWith(jasmine.any(DeskFailure));
    const routing = written({ channels: [{ channel: 'finance', routing: { mode: 'random' } }] });
    await expectAsync(answerTo(designer, { routing })).toBeRejectedWithError(/must be one of/);
  });
});
