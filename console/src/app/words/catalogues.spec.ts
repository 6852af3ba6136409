import { problemCodes } from '../../../../api/problems/problem-codes.js';
import { faultCodes } from '../../../../workflows/domain/fault.js';
import { en } from './en.js';
import { ptBr } from './pt-br.js';

/** Keys that are put together at run time, by their beginnings. */
const assembled = [
  'action.',
  'audit.did.',
  'audit.kind.',
  'audit.subject.',
  'deadline.',
  'delivery.',
  'clocks.state.',
  'clocks.why.',
  'device.browser',
  'device.helper',
  'directory.role.',
  'event.',
  'fault.',
  'hold.',
  'origin.',
  'notice.',
  'outcome.',
  'paused.',
  'people.',
  'policy.done.',
  'policy.reason.',
  'policy.scope.',
  'priority.',
  'problem.',
  'promise.then.',
  'queue.',
  'reports.by.',
  'reports.one.',
  'reports.period.',
  'reports.measure.',
  'reports.outcome.',
  'reports.why.',
  'retention.',
  'role.',
  'routing.fact.',
  'routing.mode.',
  'routing.occasion.',
  'routing.origin.',
  'routing.person.',
  'routing.why.',
  'scope.',
  'session.',
  'side.',
  'sla.clock.',
  'sla.event.',
  'sla.standing.',
  'sla.step.',
  'sla.unit.',
  'state.',
  'switches.',
  'webhooks.state.',
];

declare const __karma__: { readonly files: Readonly<Record<string, string>> };

async function sources(): Promise<string> {
  const names = Object.keys(__karma__.files).filter(
    (name) =>
      name.includes('/console/src/app/') &&
      !/\.spec\.ts$|words\/(en|pt-br)(-[a-z]+)?\.ts$/.test(name),
  );
  expect(names.length).toBeGreaterThan(50);
  return (await Promise.all(names.map(async (name) => (await fetch(name)).text()))).join('\n');
}

function values(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();
}

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect(Object.keys(ptBr).sort()).toEqual(Object.keys(en).sort());
  });

  it('have the same values in every sentence, and no empty ones', () => {
    for (const [key, sentence] of Object.entries(en)) {
      const other = new Map(Object.entries(ptBr)).get(key) ?? '';
      expect(values(other)).withContext(key).toEqual(values(sentence));
      expect(other.trim()).withContext(key).not.toBe('');
    }
  });

  it('have no sentence that nobody says', async () => {
    const code = await sources();
    const unused = Object.keys(en).filter((key) => {
      const base = key.replace(/\.(one|other)$/, '');
      return !code.includes(`'${base}'`) && !assembled.some((start) => key.startsWith(start));
    });
    expect(unused).toEqual([]);
  });

  it('have a sentence for everything that the desk can refuse', () => {
    expect(problemCodes.length).toBeGreaterThan(100);
    const unsaid = problemCodes.filter((code) => !(`problem.${code}` in en));
    expect(unsaid).toEqual([]);
  });

  it('have a sentence for every fault of a field, and none of a fault that there is not', () => {
    // What is wrong in a file of the policy is said by whoever reads policies.
    const said = faultCodes.filter((code) => code !== 'policy-file');
    const ofFields = Object.keys(en).filter((key) => /^fault\.(?!place\.)/.test(key));
    expect(ofFields.sort()).toEqual(said.map((code) => `fault.${code}`).sort());
  });

  it('have every icon that is shown in the sprite, and no other', async () => {
    const code = await sources();
    const name = Object.keys(__karma__.files).find((one) => one.endsWith('/icons.svg')) ?? '';
    const sprite = await (await fetch(name)).text();
    const drawn = [...sprite.matchAll(/<symbol id="([\w-]+)"/g)].map(([, id]) => id ?? '');
    const without = code.replace(/export type IconName =[\s\S]*?;/, '');
    expect(
      drawn.filter((id) => !without.includes(`"${id}"`) && !without.includes(`'${id}'`)),
    ).toEqual([]);
  });
});
