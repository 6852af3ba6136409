import { chooseChannel } from './choose-channel.js';
import { readRoutingRules } from './read-routing-rules.js';
import type { RequestFacts, RoutingRules } from './routing-rules.js';

const channels = { keys: ['general', 'design-mac', 'finance'], default: 'general' };

const rules: RoutingRules = {
  rules: [
    { name: 'Invoices', when: { words: ['invoice', 'fatura'] }, channel: 'finance' },
    {
      name: 'Designers on a Mac',
      when: { system: ['macOS'], department: ['design'] },
      channel: 'design-mac',
    },
    { name: 'Gone', when: { customer: ['Studio Nord'] }, channel: 'gone' },
  ],
};

function facts(changes: Partial<RequestFacts> = {}): RequestFacts {
  return {
    origin: 'sos-call',
    system: null,
    department: null,
    customer: null,
    locale: null,
    words: '',
    sosCall: null,
    channel: null,
    ...changes,
  };
}

describe('The channel of a request', () => {
  const choose = (changes: Partial<RequestFacts>) => chooseChannel(rules, facts(changes), channels);

  it('is the Mac specialists’ for a graphic designer on a Mac', () => {
    const { channel, rule, why } = choose({
      system: 'macOS 15.1',
      department: 'Graphic Design',
      words: 'Illustrator closes when I export',
    });
    expect([channel, rule]).toEqual(['design-mac', 1]);
    expect(why).toEqual([
      { code: 'not-met', rule: 'Invoices', condition: 'words' },
      { code: 'matched', rule: 'Designers on a Mac' },
    ]);
  });

  it('wants every condition of a rule, and any of a condition’s values', () => {
    expect(choose({ system: 'macOS 15.1', department: 'Sales' }).channel).toBe('general');
    expect(choose({ words: 'A fatura não abre' }).channel).toBe('finance');
  });

  it('is decided by the first rule that matches', () => {
    const both = { system: 'macOS 15', department: 'Design', words: 'An invoice' };
    expect(choose(both).rule).toBe(0);
  });

  it('finds whole words only', () => {
    expect(choose({ words: 'My invoices are late' }).channel).toBe('general');
    expect(choose({ words: 'invoice!' }).channel).toBe('finance');
  });

  it('takes a language for all of its regions', () => {
    const portuguese: RoutingRules = {
      rules: [{ name: 'Portuguese', when: { locale: ['pt'] }, channel: 'finance' }],
    };
    const by = (locale: string) => chooseChannel(portuguese, facts({ locale }), channels).channel;
    expect([by('pt-BR'), by('pt'), by('ptx')]).toEqual(['finance', 'finance', 'general']);
  });

  it('is the one that was asked for where no rule says otherwise, while it is open', () => {
    expect(choose({ channel: 'finance' }).channel).toBe('finance');
    const closed = choose({ channel: 'gone' });
    expect(closed.channel).toBe('general');
    expect(closed.why.slice(-2)).toEqual([
      { code: 'asked-for-closed', channel: 'gone' },
      { code: 'default' },
    ]);
  });

  it('is never one that is closed: its rule is passed over', () => {
    const { channel, why } = choose({ customer: 'studio nord' });
    expect(channel).toBe('general');
    expect(why).toContain({ code: 'channel-closed', rule: 'Gone', channel: 'gone' });
  });

  it('is the default one where nothing else is known', () => {
    expect(choose({})).toEqual(jasmine.objectContaining({ channel: 'general', rule: null }));
  });
});

describe('Routing rules as a document', () => {
  const open = {
    channels: new Set(channels.keys),
    customers: new Set(['fabrikam']),
    sosCalls: new Set(['till']),
  };
  const faultsOf = (document: unknown) => {
    const read = readRoutingRules(document, open);
    return read.ok ? [] : read.faults.map(({ path }) => path);
  };

  it('are read as they stand', () => {
    const two = { rules: rules.rules.slice(0, 2) };
    expect(readRoutingRules(two, open)).toEqual({ ok: true, value: two });
  });

  it('are refused for a list that is too long by what is too long about it, and not for all of it', () => {
    const words = Array.from({ length: 20_000 }, () => 'mac');
    const faults = faultsOf({ rules: [{ name: 'A', when: { words }, channel: 'general' }] });
    expect(faults.length).toBe(1_000);
    expect(faults.slice(-2)).toEqual(['/rules/0/when/words/999', '/rules/0/when/words']);
  });

  it('are refused with the place of every fault', () => {
    expect(faultsOf([])).toEqual(['']);
    expect(faultsOf({ rules: {} })).toEqual(['/rules']);
    expect(
      faultsOf({
        rules: [
          { name: 'A', when: { colour: ['red'] }, channel: 'general' },
          { name: 'A', when: { words: [] }, channel: 'nowhere' },
          { name: ' ', when: { words: [3] }, channel: 'general', priority: 'high' },
        ],
      }),
    ).toEqual([
      '/rules/0/when/colour',
      '/rules/0/when',
      '/rules/1/channel',
      '/rules/1/when/words',
      '/rules/2/priority',
      '/rules/2/name',
      '/rules/2/when/words/0',
      '/rules/1/name',
    ]);
  });

  it('name only origins, customers and SOS Calls that there are', () => {
    const rule = (when: object) => ({ rules: [{ name: 'A', when, channel: 'general' }] });
    const when = { origin: ['code'], customer: ['fabrikam'], sosCall: ['till'] };
    expect(faultsOf(rule(when))).toEqual([]);
    const wrong = { origin: ['fax'], customer: ['fabrikam', 'nobody'], sosCall: ['gone'] };
    expect(faultsOf(rule(wrong))).toEqual([
      '/rules/0/when/origin/0',
      '/rules/0/when/customer/1',
      '/rules/0/when/sosCall/0',
    ]);
  });

  it('hold no text that nobody would read', () => {
    const when = { words: ['x'.repeat(121), 'y'] };
    const rules = [{ name: 'n'.repeat(121), when, channel: 'general' }];
    expect(faultsOf({ rules })).toEqual(['/rules/0/name', '/rules/0/when/words/0']);
  });
});
