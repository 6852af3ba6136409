import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultPolicyDirectory } from '../../policies/reading/read-policy-set.js';
import { DeskFailure, UnknownName } from './desk-failure.js';
import { deskProgram } from './program.js';

const demonstration = join(defaultPolicyDirectory, 'expected/demonstration');
const decisions = readFileSync(join(demonstration, 'decisions.csv'), 'utf8');
let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'desk-'));
  cpSync(join(demonstration, 'organisation.json'), join(base, 'org.json'));
});

afterEach(() => {
  rmSync(base, { recursive: true });
});

/** What the command line prints, or the lines of its refusal; whatever it refuses, it prints nothing. */
async function desk(...words: string[]): Promise<string | readonly string[]> {
  let printed = '';
  const print = (answer: string) => (printed += answer);
  const environment = {};
  const program = deskProgram({ base, policy: defaultPolicyDirectory, print, environment });
  try {
    await program.parseAsync(words, { from: 'user' });
    return printed;
  } catch (error) {
    expect(printed).toBe('');
    if (error instanceof DeskFailure) {
      expect(error.exitCode).toBe(error instanceof UnknownName ? 2 : 1);
      return error.lines;
    }
    throw error;
  }
}

describe('desk policy ask', () => {
  it('answers the questions in their order, whether they come with answers or not', async () => {
    const asked = decisions.replaceAll(/,[a-z]+$/gm, '');
    writeFileSync(join(base, 'asked.csv'), asked);
    writeFileSync(join(base, 'answered.csv'), decisions);
    expect(asked.startsWith('technician,channel,action,relation\nana,')).toBeTrue();
    expect(await desk('policy', 'ask', 'org.json', 'asked.csv')).toBe(decisions);
    expect(await desk('policy', 'ask', 'org.json', 'answered.csv')).toBe(decisions);
  });

  it('refuses all when one line cannot be asked, and names it', async () => {
    writeFileSync(join(base, 'asked.csv'), `${decisions}ana,general,tool.fly,own,allow\n`);
    expect(await desk('policy', 'ask', 'org.json', 'asked.csv')).toEqual([
      'asked.csv:142: "tool.fly" is not an action',
    ]);
  });

  it('denies people it does not know, and counts roles at the desk in channels it does not know', async () => {
    const rows = ['nobody,general,policy.read,own', 'kofi,new,session.join,other'];
    writeFileSync(
      join(base, 'asked.csv'),
      `technician,channel,action,relation\n${rows.join('\n')}\nana,new,session.view,own\n`,
    );
    expect(await desk('policy', 'ask', 'org.json', 'asked.csv')).toBe(
      'technician,channel,action,relation,answer\nnobody,general,policy.read,own,deny\n' +
        'kofi,new,session.join,other,allow\nana,new,session.view,own,deny\n',
    );
  });

  it('refuses an organisation with faults, or one that is not there', async () => {
    writeFileSync(join(base, 'bad.json'), '{ "channels": ["*"] }');
    expect(await desk('policy', 'ask', 'bad.json', 'asked.csv')).toEqual([
      'asked.csv: cannot be read (ENOENT)',
    ]);
    writeFileSync(join(base, 'asked.csv'), decisions);
    expect(await desk('policy', 'ask', 'bad.json', 'asked.csv')).toEqual([
      'bad.json:1: channels[0]: "*" cannot be the key of a channel',
    ]);
  });
});

describe('desk policy check', () => {
  it('is content with the policy that comes with Mayday', async () => {
    expect(await desk('policy', 'check')).toMatch(/162 rules, 140 decisions as expected/);
  });

  it('names file and line of every fault, and of every decision that came out otherwise', async () => {
    cpSync(defaultPolicyDirectory, join(base, 'mine'), { recursive: true });
    const manager = join(base, 'mine/roles/technician-manager.csv');
    const grants = readFileSync(manager, 'utf8');
    writeFileSync(manager, grants.replace('group.manage,any,\n', ''));
    expect(await desk('policy', 'check', 'mine')).toEqual([
      'mine/expected/demonstration/decisions.csv:89: kofi group.manage (other) in *: ' +
        'allow expected, deny given (not-granted)',
    ]);
    writeFileSync(manager, grants.replace('group.manage', 'groups.manage'));
    expect(await desk('policy', 'check', 'mine')).toEqual([
      'mine/roles/technician-manager.csv:39: "groups.manage" is not an action',
    ]);
    expect(await desk('policy', 'check', 'yours')).toEqual(['yours: no such directory']);
  });
});

describe('desk policy explain, who-can and diff', () => {
  it('answer about the expected organisation unless another is named', async () => {
    const words = ['policy', 'who-can', 'general', 'session.assign', 'other'];
    expect(await desk(...words)).toBe('julia\nkofi\nnora\n');
    writeFileSync(join(base, 'none.json'), '{ "channels": ["general"], "technicians": [] }');
    expect(await desk(...words, '--organisation', 'none.json')).toBe('');
    expect(await desk('policy', 'explain', 'carla', 'general', 'session.create')).toContain(
      'because it is switched off: switch technician:carla: session.create off',
    );
  });

  it('refuse words that are none, with the one that was probably meant', async () => {
    expect(await desk('policy', 'who-can', 'general', 'session.fly')).toEqual([
      '"session.fly" is not an action',
    ]);
    expect(await desk('policy', 'who-can', 'general', 'sesion.asign')).toEqual([
      '"sesion.asign" is not an action; did you mean "session.assign"?',
    ]);
    expect(await desk('policy', 'who-can', 'genreal', 'session.assign')).toEqual([
      '"genreal" is not a channel; did you mean "general"?',
    ]);
    expect(await desk('policy', 'who-can', 'quay', 'session.assign')).toEqual([
      '"quay" is not a channel',
    ]);
    expect(await desk('policy', 'explain', 'carlo', 'finanse', 'session.view')).toEqual([
      '"finanse" is not a channel; did you mean "finance"?',
      '"carlo" is not a technician; did you mean "carla"?',
    ]);
    // A channel that is like none may be made later: roles at the desk count in it.
    expect(await desk('policy', 'explain', 'kofi', 'quay', 'session.view')).toContain('allow');
    expect(await desk('policy', 'who-can', 'general', 'session.view', 'any')).toEqual([
      '"any" is not a relation (own, unassigned, other)',
    ]);
  });

  it('say who gains and loses what between two policies, or two organisations', async () => {
    cpSync(defaultPolicyDirectory, join(base, 'mine'), { recursive: true });
    writeFileSync(
      join(base, 'mine/switches.csv'),
      'for,action,set\nrole:channel-manager,session.assign,off\n',
    );
    expect(await desk('policy', 'diff', defaultPolicyDirectory, 'mine')).toBe(
      'greta loses session.assign (own, unassigned, other) in design-mac\n' +
        'julia loses session.assign (own, unassigned, other) in general, stores\n',
    );
    const organisation = readFileSync(join(base, 'org.json'), 'utf8');
    const carla = /\{ "for": "technician:carla".*\},\n/;
    writeFileSync(join(base, 'next.json'), organisation.replace(carla, ''));
    expect(await desk('policy', 'diff', 'org.json', 'next.json')).toBe(
      'carla gains session.create (own, unassigned, other) in general, stores\n',
    );
    expect(await desk('policy', 'diff', 'org.json', 'org.json')).toBe(
      'Nobody gains or loses anything.\n',
    );
  });
});
