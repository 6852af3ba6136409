import { faultLine } from './fault.js';
import { modelFile, type PolicyFiles } from './policy-files.js';
import { defaultPolicy } from '../policy-testing.js';
import { parsePolicySet } from './read-policy-set.js';

const { files } = defaultPolicy();

const withFile = (file: string, change: (text: string) => string): PolicyFiles =>
  new Map([...files, [file, change(files.get(file) ?? '')]]);
const faultsOf = (changed: PolicyFiles) => {
  const read = parsePolicySet(changed);
  return read.ok ? [] : read.faults.map(faultLine);
};
const revisionOf = (changed: PolicyFiles) => {
  const read = parsePolicySet(changed);
  return read.ok ? read.value.revision : null;
};

describe('A policy read from its files', () => {
  it('has no faults as it comes', () => {
    expect(faultsOf(files)).toEqual([]);
  });

  it('has another revision when anything that decides is changed, and else the same', () => {
    const before = revisionOf(files);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
    const granted = withFile('roles/auditor.csv', (text) => `${text}session.note,own\n`);
    const decisions = 'expected/demonstration/decisions.csv';
    expect(revisionOf(granted)).not.toBe(before);
    expect(revisionOf(withFile(modelFile, (text) => `${text}\n`))).not.toBe(before);
    expect(revisionOf(withFile(decisions, (text) => `${text}# so far\n`))).toBe(before);
    expect(revisionOf(new Map([...files].reverse()))).toBe(before);
  });

  it('names the line of an unknown action, scope or exception', () => {
    const lines = 'tool.fly,own\ntool.view,most\ntool.view,any,owner\nsession.view\n';
    const text = `action,scope,except\n${lines.replace('fly,own', 'fly,own,').replace('most', 'most,')}`;
    expect(faultsOf(withFile('roles/auditor.csv', () => text))).toEqual([
      'roles/auditor.csv:5: 3 fields expected (action,scope,except), 1 found',
      'roles/auditor.csv:2: "tool.fly" is not an action',
      'roles/auditor.csv:3: "most" is not a scope (own, unassigned, any)',
      'roles/auditor.csv:4: only technician.assign-role can except roles',
    ]);
  });

  it('refuses lines that are never reached', () => {
    const text = 'action,scope\ntool.view,own\ntool.view,any\ntool.chat,own\ntool.chat,own\n';
    expect(faultsOf(withFile('roles/auditor.csv', () => text))).toEqual([
      'roles/auditor.csv:2: never reached: line 3 grants tool.view any already',
      'roles/auditor.csv:5: never reached: line 4 grants tool.chat own already',
    ]);
  });

  it('refuses switches that cannot be, or that change nothing', () => {
    const rows = [
      'role:boss,tool.view,on',
      'group:level-1,tool.view,on',
      'role:owner,audit.read,off',
      'role:owner,tool.fly,off',
      'role:owner,tool.view,perhaps',
      'role:auditor,tool.view,on',
      'role:owner,tool.view,on',
      'role:channel-technician,tool.elevate,off',
      'role:channel-technician,tool.elevate,on',
    ];
    const text = `for,action,set\n${rows.join('\n')}\n`;
    const elsewhere = 'groups and technicians are switched in the organisation';
    expect(faultsOf(withFile('switches.csv', () => text))).toEqual([
      `switches.csv:2: "role:boss" must be role:NAME; ${elsewhere}`,
      `switches.csv:3: "group:level-1" must be role:NAME; ${elsewhere}`,
      'switches.csv:4: "audit.read" cannot be switched: only session.* and tool.* actions can',
      'switches.csv:5: "tool.fly" is not an action',
      'switches.csv:6: "perhaps" is not a setting (on, off, default)',
      'switches.csv:7: never reached: auditor works no sessions, so nothing can be switched on for it',
      'switches.csv:10: never reached: line 9 switches tool.elevate already',
    ]);
    const idle = 'for,action,set\nrole:owner,tool.view,on\nrole:auditor,tool.view,off\n';
    expect(faultsOf(withFile('switches.csv', () => idle))).toEqual([
      'switches.csv:2: never reached: roles/owner.csv:17 grants it already',
      'switches.csv:3: never reached: auditor is not granted tool.view anyway',
    ]);
  });

  it('misses files that are gone and refuses files that nobody reads', () => {
    const [role, text = ''] = [...files][0] ?? [''];
    const changed = new Map([...files, ['roles/boss.csv', text]]);
    changed.delete('roles/owner.csv');
    changed.delete('expected/demonstration/organisation.json');
    expect(role).toMatch(/^expected/);
    expect(faultsOf(changed)).toEqual([
      'roles/owner.csv: this file is missing',
      'roles/boss.csv: nothing reads a file of this name',
      'expected/demonstration/decisions.csv: needs expected/demonstration/organisation.json to be asked about',
    ]);
  });

  it('names the line of a model that the rules are not written for', () => {
    const changed = (change: (text: string) => string) => faultsOf(withFile(modelFile, change));
    const wanted = 'p = priority, who, role, act, rel, eft';
    expect(changed((text) => text.replace(', rel, eft', ', eft'))).toEqual([
      `model.conf:8: the rules are written for "${wanted}"`,
    ]);
    expect(changed((text) => text.replace('[matchers]', '[matcher]'))).toEqual([
      'model.conf:16: "matcher" is not a section (request_definition, policy_definition, role_definition, policy_effect, matchers)',
      'model.conf: nothing stands in matchers',
    ]);
    expect(changed((text) => `${text}m = r.act == p.act\n`)).toEqual([
      'model.conf:18: a second definition in matchers',
    ]);
    expect(changed(() => 'x = 1\n')[0]).toBe('model.conf:1: a definition outside of any section');
    expect(changed((text) => text.replaceAll(' ', '  '))).toEqual([]);
  });

  it('needs an answer to everything that it expects', () => {
    const text =
      'technician,channel,action,relation,answer\nana,*,policy.read,own,\n,*,policy.read,own,deny\n';
    expect(faultsOf(withFile('expected/demonstration/decisions.csv', () => text))).toEqual([
      'expected/demonstration/decisions.csv:3: the technician is missing',
    ]);
    const unanswered = text.split('\n').slice(0, 2).join('\n');
    expect(faultsOf(withFile('expected/demonstration/decisions.csv', () => unanswered))).toEqual([
      'expected/demonstration/decisions.csv:2: an expected decision needs its answer',
    ]);
  });
});
