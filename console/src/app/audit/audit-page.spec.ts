import { FakeDesk } from '../../testing/fake-desk.js';
import { forbid } from '../../testing/forbid.js';
import { openConsole } from '../../testing/open-console.js';
import { until } from '../../testing/until.js';
import type { AuditEntry } from '../desk/contract.js';
import { askedIn } from '../narrow/asked-in.js';
import { instantAt, localTime } from '../narrow/local-time.js';
import { auditFields } from './audit-filter.js';

const refused = 'The policy does not let you do this.';

describe('the audit log', () => {
  const entry = (id: number, given: Partial<AuditEntry> = {}): AuditEntry => ({
    ...{ id: String(id), at: '2026-11-26T12:00:00.000Z', kind: 'administration' },
    ...{ subjectKind: 'channel', subjectKey: `channel-${id}`, position: 7, hash: 'ab'.repeat(32) },
    ...{ actor: { kind: 'technician', key: 'greta' }, action: 'channel.configure' },
    ...{ revision: 'rev-1', data: { did: 'changed' }, texts: { from: '192.0.2.7' } },
    ...{ leaf: 41, sealedAt: '2026-11-26T12:00:10.000Z' },
    ...given,
  });

  const deskWith = (...entries: AuditEntry[]): FakeDesk => {
    const desk = new FakeDesk();
    desk.me.actions.atDesk.push('audit.read');
    desk.audit.push(...entries);
    return desk;
  };

  const field = (fixture: { nativeElement: unknown }, selector: string): HTMLElement => {
    const page = fixture.nativeElement;
    const found = page instanceof HTMLElement && page.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`There is no ${selector}.`);
    return found;
  };

  /** Opens the first line as a press on it does. */
  const openLine = (fixture: { nativeElement: unknown }): void => {
    field(fixture, '.audit-line').click();
  };

  it('is in the side bar of who may read it, and of nobody else', async () => {
    const { screen } = await openConsole('/notices', deskWith());
    await screen.press('Audit log');
    await screen.reads('No entry was found.');
  });

  it('is not in the side bar of who may not read it', async () => {
    const { screen } = await openConsole('/notices');
    await screen.reads('Notices');
    expect(await screen.offers('Audit log')).toBe(false);
  });

  it('says what the desk did by itself in words, and not by a name of its own', async () => {
    const data = { did: 'put-in-force' };
    const repair = { kind: 'repair', action: 'workflow-started-from-row', data: {} } as const;
    const desk = deskWith(entry(1, { action: 'policy.put-in-force', data }), entry(2, repair));
    const { screen } = await openConsole('/audit', desk);
    await screen.reads('put in force');
    await screen.reads('its workflow was missing and runs again');
    expect(await screen.text()).not.toContain('policy.put-in-force');
  });

  it('says what a sign-in brought and took, and that its mapping names what is not here', async () => {
    const data = { created: false, joined: [{ group: 'level-1' }], left: [], given: [], taken: [] };
    const signIn = { kind: 'sign-in', action: 'sign-in' } as const;
    const lost = { ...data, joined: [], taken: [{ role: 'owner', place: '*' }] };
    const desk = deskWith(
      entry(1, { ...signIn, data: { ...data, nowhere: ['levle-2'] } }),
      entry(2, { ...signIn, data: lost }),
    );
    const { screen } = await openConsole('/audit', desk);
    await screen.reads('brought roles or groups, the mapping names a group or channel');
    await screen.reads('took roles or groups away');
  });

  it('says who did what, from where, under which revision, and how the entry is held', async () => {
    const { screen, fixture } = await openConsole('/audit', deskWith(entry(1)));
    await screen.reads('Greta Lindqvist');
    await screen.reads('channel-1');
    expect(await screen.text()).not.toContain('192.0.2.7');
    openLine(fixture);
    await screen.reads('192.0.2.7');
    await screen.reads('rev-1');
    await screen.reads('Entry 7 about this');
    await screen.reads('Leaf 41 of the log');
    await screen.reads('ab'.repeat(32));
  });

  it('tells what was erased from what never was, and what is not sealed yet', async () => {
    const waiting = { leaf: null, sealedAt: null, revision: null };
    const desk = deskWith(entry(1, { ...waiting, texts: { from: null, name: 'Ada' } }));
    const { screen, fixture } = await openConsole('/audit', desk);
    await screen.reads('Not sealed yet');
    openLine(fixture);
    await screen.reads('“Ada”');
    expect(field(fixture, '.audit-detail').textContent).toMatch(/From where\s*Erased/);
    await screen.reads('No policy was asked');
    await screen.reads('Waits to be sealed');
  });

  it('says how far the signed log reaches and what waits for its seal', async () => {
    const waiting = { leaf: null, sealedAt: null };
    const desk = deskWith(entry(1), entry(2), entry(3, waiting));
    const { screen } = await openConsole('/audit', desk);
    await screen.reads('The log holds 2 entries');
    await screen.reads('1 waits for its seal');
    await screen.reads('cd'.repeat(32));
  });

  it('shows more, after the last that is shown', async () => {
    const { screen } = await openConsole(
      '/audit',
      deskWith(...[1, 2, 3, 4].map((id) => entry(id))),
    );
    await screen.reads('channel-2');
    expect(await screen.text()).not.toContain('channel-1');
    await screen.press('Show more');
    await screen.reads('channel-1');
    await screen.reads('channel-4');
    expect(await screen.offers('Show more')).toBe(false);
  });

  it('is narrowed by its address, and has its filter in its address', async () => {
    const desk = deskWith(
      entry(1),
      entry(2, { kind: 'refusal' }),
      entry(3, { subjectKey: 'other' }),
    );
    const { screen, fixture, router } = await openConsole('/audit?kind=refusal', desk);
    await screen.reads('channel-2');
    expect(await screen.text()).not.toContain('channel-1');
    await screen.press('Show everything');
    await screen.reads('channel-1');
    expect(router.url).toBe('/audit');
    await screen.fill('Key of what it is about', 'other');
    field(fixture, '#audit-subject').dispatchEvent(new Event('change'));
    await screen.noLongerReads('channel-1');
    expect(router.url).toBe('/audit?subject=other');
  });

  it('leads to everything about the same', async () => {
    const desk = deskWith(entry(1), entry(2, { subjectKey: 'channel-1' }), entry(3));
    const { screen, fixture, router } = await openConsole('/audit?subject=channel-1', desk);
    await screen.reads('Channel channel-1');
    expect(await screen.text()).not.toContain('channel-3');
    openLine(fixture);
    await screen.press('Everything they did');
    await screen.reads('channel-3');
    expect(router.url).toBe('/audit?technician=greta');
  });

  it('says what the desk refuses of a filter, and lists nothing', async () => {
    const desk = deskWith(entry(1));
    const { screen } = await openConsole('/audit?kind=gossip', desk);
    await until('the desk was asked', () => desk.asked.some(({ path }) => path === '/api/audit'));
    await screen.reads('Something in this is not as it should be.');
    expect(await screen.text()).not.toContain('channel-1');
    expect(await screen.text()).not.toContain('No entry was found.');
  });

  it('says once that the policy does not let one read it, and not that there is nothing', async () => {
    const desk = new FakeDesk();
    forbid(desk, '/api/audit');
    const { screen } = await openConsole('/audit', desk);
    await screen.reads(refused);
    await screen.noLongerReads('No entry was found.');
    expect((await screen.text()).split(refused)).toHaveSize(2);
  });

  it('lists what is found also where the desk does not say how far the log reaches', async () => {
    const desk = deskWith(entry(1));
    forbid(desk, '/api/audit/state');
    const { screen } = await openConsole('/audit', desk);
    await screen.reads(refused);
    await screen.reads('channel-1');
  });
});

describe('a filter of the audit log', () => {
  it('asks for what is given, and for nothing that is blank', () => {
    const none = { technician: undefined, kind: '', subjectKind: undefined, subject: undefined };
    const rest = { channel: undefined, from: undefined, to: undefined, text: ' Ada ' };
    expect(askedIn(auditFields, { ...none, ...rest })).toEqual({ text: 'Ada' });
  });

  it('has instants that mean the same in every zone', () => {
    const local = localTime('2026-11-26T12:34:00.000Z');
    expect(local).toMatch(/^2026-11-2[567]T\d\d:\d4$/);
    expect(instantAt(local)).toBe('2026-11-26T12:34:00.000Z');
    expect(localTime('yesterday')).toBe('');
    expect(instantAt('')).toBe('');
  });
});
