import type { Problem } from '../desk/contract.js';
import { managerDesk } from '../../testing/manager-desk.js';
import { openConsole } from '../../testing/open-console.js';
import { until } from '../../testing/until.js';

describe('promises', () => {
  it('show what each channel promises, by which clocks and hours', async () => {
    const { screen } = await openConsole('/promises');
    await screen.reads('Standard');
    await screen.reads('First response');
    await screen.reads('Mon 08:00–12:00, 13:00–18:00');
    await screen.reads(
      'Of the 240 steps that fell due in the last 7 days, 99 % were taken within 0.3 sec',
    );
  });

  it('are changed together, from a day on', async () => {
    const { desk, screen, fixture } = await openConsole('/promises', managerDesk());
    await screen.reads('Standard');
    const cell = find(fixture.nativeElement, 'select[aria-label="Policy: General, Normal"]');
    choose(cell, '');
    await screen.reads('1 change, not saved yet');
    await screen.press('Save');
    await screen.noLongerReads('not saved yet');
    const sent = desk.asked.filter(({ path }) => path === '/api/sla/promises');
    expect(sent.map(({ body }) => body)).toEqual([
      { channel: 'general', priority: 'normal', policy: null },
    ]);
  });

  it('count by calendars whose hours are written or moved by the keys', async () => {
    const { desk, screen, fixture } = await openConsole('/promises', managerDesk());
    await screen.press('Office hours');
    await screen.reads('This version counts by release 2026b');
    await screen.fill('Hours, Tuesday', '7-12, 13:30–24:00');
    const spans = () => all(fixture.nativeElement, 'button[aria-label^="Tuesday"]');
    await until('both intervals are drawn', () => spans().length === 2);
    const key = new KeyboardEvent('keydown', { key: 'ArrowLeft', shiftKey: true });
    spans()[1]?.dispatchEvent(key);
    await screen.press('Save as a new version');
    await until('it is sent', () => desk.asked.some(({ path }) => path === '/api/sla/calendars'));
    const sent = desk.asked.find(({ path }) => path === '/api/sla/calendars');
    expect(sent?.body).toEqual(
      jasmine.objectContaining({
        key: 'office-hours',
        content: jasmine.objectContaining({
          week: jasmine.objectContaining({
            tue: [
              ['07:00', '12:00'],
              ['13:30', '23:45'],
            ],
          }),
          exceptions: { '2026-12-25': [] },
        }),
      }),
    );
  });

  it('say what cannot be read, keep the hours as they were, and are not saved so', async () => {
    const { desk, screen, fixture } = await openConsole('/promises', managerDesk());
    await screen.press('Office hours');
    await screen.reads('Open hours');
    await screen.fill('Hours, Monday', '08:00–12:00, 11:00–13:00');
    await screen.reads('They may touch, not overlap.');
    expect(all(fixture.nativeElement, 'button[aria-label^="Monday"]')).toHaveSize(2);
    await screen.press('Save as a new version');
    await until('it leads there', () => screen.isAt('Hours, Monday'));
    expect(desk.asked.some(({ path }) => path === '/api/sla/calendars')).toBe(false);
    await screen.fill('Hours, Monday', '08:00–12:00');
    expect(await screen.faultAt('Hours, Monday')).toBe('');
    await screen.press('Save as a new version');
    await until('it is sent', () => desk.asked.some(({ path }) => path === '/api/sla/calendars'));
  });

  it('are saved by Enter with the hours that it leaves, and not at all where those cannot be read', async () => {
    const { desk, screen, fixture } = await openConsole('/promises', managerDesk());
    await screen.press('Office hours');
    await screen.reads('Open hours');
    enter(fixture.nativeElement, '#hours-content-week-mon', 'from eight until noon');
    await until('it leads there', () => screen.isAt('Hours, Monday'));
    expect(await screen.faultAt('Hours, Monday')).toContain('They may touch, not overlap.');
    const sent = () => desk.asked.find(({ path }) => path === '/api/sla/calendars');
    expect(sent()).toBeUndefined();
    await screen.fill('Hours, Monday', '08:00–12:00');
    enter(fixture.nativeElement, '#hours-content-week-mon', '09:00–12:00');
    await until('it is sent', () => sent() !== undefined);
    const week: unknown = jasmine.objectContaining({ mon: [['09:00', '12:00']] });
    const content: unknown = jasmine.objectContaining({ week });
    expect(sent()?.body).toEqual(jasmine.objectContaining({ content }));
  });

  it('say at the field what the desk does not take of a calendar', async () => {
    const desk = managerDesk();
    const { screen } = await openConsole('/promises', desk);
    await screen.press('Office hours');
    await screen.fill('Time zone', 'Mars/Olympus');
    desk.refusal = unfit([
      {
        path: '/body/content/zone',
        code: 'zone-unknown',
        message: 'no zone',
        values: { value: 'Mars/Olympus' },
      },
      {
        path: '/body/content/exceptions/2026-12-25',
        code: 'hours-reversed',
        message: 'reversed',
        values: { day: '2026-12-25', span: '12:00–08:00' },
      },
    ]);
    await screen.press('Save as a new version');
    await screen.reads('“Mars/Olympus” is no time zone.');
    await until('it leads to the first', () => screen.isAt('Time zone'));
    expect(await screen.faultAt('Time zone')).toBe('“Mars/Olympus” is no time zone.');
    expect(await screen.faultAt('Hours, Friday, December 25, 2026')).toContain(
      'ends before it begins.',
    );
    expect(await screen.text()).not.toContain('does not fit the rest');
  });

  it('lead into a promise that is folded, whoever finds the fault', async () => {
    const desk = managerDesk();
    const { screen, fixture } = await openConsole('/promises', desk);
    await screen.press('New policy');
    await screen.fill('Name', 'Fast');
    const folded = () => all(fixture.nativeElement, 'details.clock-card')[1]?.hasAttribute('open');
    desk.refusal = unfit([
      {
        path: '/body/clocks/1/start',
        code: 'without-start',
        message: 'nothing starts it',
        values: { clock: 'resolution' },
      },
    ]);
    expect(folded()).toBe(false);
    await screen.press('Make it');
    await screen.reads('Nothing starts “Resolution”.');
    await until('it is unfolded', () => folded() === true);
    write(fixture.nativeElement, '#clock-target-1', '1.5');
    await screen.press('Make it');
    await until('it leads to the time', () => document.activeElement?.id === 'clock-target-1');
    await screen.reads('Write a whole number from 1 to 87,648.');
  });

  it('are made by policies, which begin with what is usual', async () => {
    const { desk, screen } = await openConsole('/promises', managerDesk());
    await screen.press('New policy');
    await screen.fill('Name', 'Très rapide');
    await screen.press('Make it');
    await until('it is sent', () => desk.asked.some(({ path }) => path === '/api/sla/policies'));
    const sent = desk.asked.find(({ path }) => path === '/api/sla/policies');
    expect(sent?.body).toEqual(
      jasmine.objectContaining({ key: 'tres-rapide', place: '*', calendar: 'office-hours' }),
    );
  });

  it('are given to running clocks only after it is said how many those are', async () => {
    const { desk, screen } = await openConsole('/promises', managerDesk());
    await screen.press('Change running promises');
    await screen.press('How many would that be?');
    await screen.reads('1 has missed its promise already, and it stays missed.');
    await screen.reads('7 sessions would be given 1 hr; 2 of them would be due at once.');
    expect(desk.asked.some(({ method }) => method === 'POST')).toBe(false);
    await screen.press('Give them the new target');
    await screen.reads('7 promises have their new target.');
  });
});

function all(root: unknown, selector: string): readonly HTMLElement[] {
  return root instanceof HTMLElement ? [...root.querySelectorAll<HTMLElement>(selector)] : [];
}

function find(root: unknown, selector: string): HTMLElement {
  const [found] = all(root, selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

function unfit(errors: NonNullable<Problem['errors']>): Problem {
  return { type: '/problems/unfit-request', title: 'Unfit.', status: 422, errors };
}

function write(root: unknown, selector: string, text: string): void {
  const field = find(root, selector);
  if (field instanceof HTMLInputElement) field.value = text;
  field.dispatchEvent(new Event('change'));
}

/** Enter in a field as a browser takes it: the field is left and its form sent before anything is drawn. */
function enter(root: unknown, selector: string, text: string): void {
  write(root, selector, text);
  find(root, selector).closest('form')?.requestSubmit();
}

function choose(field: HTMLElement, value: string): void {
  if (field instanceof HTMLSelectElement) field.value = value;
  field.dispatchEvent(new Event('change'));
}
