import { FakeDesk } from '../../testing/fake-desk.js';
import { openConsole } from '../../testing/open-console.js';
import { until } from '../../testing/until.js';
import type { AuditEntry } from '../desk/contract.js';

describe('what can be proved, kept and forgotten', () => {
  const deskOf = (...actions: FakeDesk['me']['actions']['atDesk']): FakeDesk => {
    const desk = new FakeDesk();
    desk.me.actions.atDesk.push(...actions);
    return desk;
  };

  const entry: AuditEntry = {
    ...{ id: '1', at: '2026-11-26T12:00:00.000Z', kind: 'administration', position: 7, leaf: 41 },
    ...{ subjectKind: 'channel', subjectKey: 'channel-1', hash: 'ab'.repeat(32), data: {} },
    ...{ actor: { kind: 'technician', key: 'greta' }, action: 'channel.configure' },
    ...{ revision: 'rev-1', texts: {}, sealedAt: '2026-11-26T12:00:10.000Z' },
  };

  /** Opens the first entry as a press on it does. */
  function openEntry(page: unknown): void {
    if (page instanceof HTMLElement) page.querySelector<HTMLElement>('.audit-line')?.click();
  }

  it('proves an entry to whoever may take parts of the log away', async () => {
    const desk = deskOf('audit.read', 'audit.export');
    desk.audit.push(entry);
    const { screen, fixture } = await openConsole('/audit', desk);
    await screen.reads('channel-1');
    openEntry(fixture.nativeElement);
    await screen.press('Prove this entry');
    await screen.reads('3 hashes lead from this entry to the head');
    await screen.reads('Take the proof away');
    expect(await screen.offers('Take this period away')).toBe(true);
  });

  it('proves nothing to whoever may only read', async () => {
    const desk = deskOf('audit.read');
    desk.audit.push(entry);
    const { screen, fixture } = await openConsole('/audit', desk);
    await screen.reads('channel-1');
    openEntry(fixture.nativeElement);
    await screen.reads('Entry 7 about this');
    expect(await screen.offers('Prove this entry')).toBe(false);
    expect(await screen.offers('Take this period away')).toBe(false);
  });

  it('has the log verified, and says what it came to', async () => {
    const { screen } = await openConsole('/audit', deskOf('audit.read'));
    await screen.reads('Not verified yet');
    await screen.press('Verify everything now');
    await screen.reads('Verified up to entry 41: all as signed');
  });

  it('shows what would be erased before things are kept otherwise, and before they are', async () => {
    const desk = deskOf('audit.read', 'recording.delete', 'audit.export');
    const { screen } = await openConsole('/retention', desk);
    await screen.fill('Chat', '30');
    await screen.press('See what would be erased');
    await screen.reads('7 texts');
    expect(desk.evidence.kept['chat']).toBe(90);
    await screen.press('Keep things so long from now on');
    await until('it is kept so', () => desk.evidence.kept['chat'] === 30);
    await screen.press('Erase it now, for good');
    await screen.reads('7 texts erased');
  });

  it('lets nobody change how long things are kept who may only read', async () => {
    const { screen } = await openConsole('/retention', deskOf('audit.read', 'audit.export'));
    await screen.reads('What was erased');
    expect(await screen.offers('See what would be erased')).toBe(false);
  });

  it('finds sessions by what stands in the address', async () => {
    const desk = new FakeDesk();
    desk.add({ id: crypto.randomUUID(), subject: 'The plotter hums', state: 'closed' });
    desk.add({ id: crypto.randomUUID(), subject: 'The mouse is gone' });
    const { screen } = await openConsole('/search?text=plotter', desk);
    await screen.reads('The plotter hums');
    expect(await screen.text()).not.toContain('The mouse is gone');
    await screen.press('Show everything');
    await screen.reads('The mouse is gone');
  });

  it('finds technicians by their names, and asks by their keys', async () => {
    const { screen, router } = await openConsole('/search');
    await screen.down('Technician');
    await screen.reads('Ivan Marković');
    await screen.fill('Technician', 'brandt');
    await until('it is asked for Hugo', () => router.url === '/search?technician=hugo');
    expect(await screen.filledIn('Technician')).toBe('Hugo Brandt');
    await screen.fill('Technician', 'nobody at all');
    await until(
      'it says Hugo again',
      async () => (await screen.filledIn('Technician')) === 'Hugo Brandt',
    );
    expect(router.url).toBe('/search?technician=hugo');
    await screen.fill('Technician', '');
    await until('it is asked for everybody', () => router.url === '/search');
  });
});
