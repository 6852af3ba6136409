import type { Fault } from './fault.js';

/** What the compiled rules rely on; only the matcher is the policy's own to choose. */
const fixed: Readonly<Record<string, string>> = {
  request_definition: 'r = sub, dom, act, rel',
  policy_definition: 'p = priority, who, role, act, rel, eft',
  role_definition: 'g = _, _',
  policy_effect: 'e = priority(p.eft) || deny',
};
const matchers = 'matchers';
const sections = [...Object.keys(fixed), matchers];

interface Definition {
  readonly section: string;
  readonly line: number;
  readonly text: string;
}

/** What is wrong with the text of Casbin's model, by line. */
export function modelFaults(file: string, text: string): Fault[] {
  const faults: Fault[] = [];
  const definitions: Definition[] = [];
  let section = '';
  for (const [index, content] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1;
    const said = content.trim();
    if (said === '' || said.startsWith('#')) continue;
    const name = /^\[(.*)\]$/.exec(said)?.[1];
    if (name === undefined) definitions.push({ section, line, text: said });
    else section = name;
    if (name !== undefined && !sections.includes(name)) {
      faults.push({ file, line, message: `"${name}" is not a section (${sections.join(', ')})` });
    }
  }
  return [
    ...faults,
    ...definitions.flatMap((one) => odd(file, one)),
    ...lacking(file, definitions),
  ];
}

/** The line of the model's matcher; 0 where it has none. */
export function matcherLine(text: string): number {
  return text.split(/\r\n|\n|\r/).findIndex((line) => /^\s*m\s*=/.test(line)) + 1;
}

function odd(file: string, { section, line, text }: Definition): Fault[] {
  if (section === '') return [{ file, line, message: 'a definition outside of any section' }];
  if (section === matchers) {
    return /^m\s*=\s*\S/.test(text) ? [] : [{ file, line, message: 'a matcher begins with "m ="' }];
  }
  const wanted = fixed[section];
  if (wanted === undefined || spaceless(wanted) === spaceless(text)) return [];
  return [{ file, line, message: `the rules are written for "${wanted}"` }];
}

function lacking(file: string, definitions: readonly Definition[]): Fault[] {
  return sections.flatMap((section) => {
    const found = definitions.filter((one) => one.section === section);
    if (found.length === 1) return [];
    const [, second] = found;
    const message = second ? `a second definition in ${section}` : `nothing stands in ${section}`;
    return [{ file, line: second?.line ?? 0, message }];
  });
}

function spaceless(text: string): string {
  return text.replaceAll(/\s/g, '');
}
