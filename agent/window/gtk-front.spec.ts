import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { until } from '../../workflows/until-testing.js';
import { X11Desktop } from '../platform/x11/x11-desktop.js';
import { NestedDesktop } from '../testing/nested-desktop-testing.js';
import { WatchedScreen } from '../testing/watched-screen.js';
import type { BarView, View } from './view.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 120_000;

const strongAction = 0xc2410c;
const stopAction = 0xc9281c;
const barColour = 0x171b22;
const chipColour = 0x262d38;
const faceColour = 0x3366cc;
const greta = { key: 'greta', name: 'Greta Lindqvist' };
const quiet: View = {
  language: 'en',
  desk: { organisation: 'Northwind IT Support', address: 'help.example.org', verified: true },
  stage: { kind: 'sharing' },
  question: null,
  bar: null,
  chat: { open: false, with: greta, said: [], notSent: false },
};

const bar: BarView = {
  watchers: [greta],
  driver: greta,
  granted: ['view', 'control'],
  paused: false,
  controlPause: null,
  handover: null,
  narrowed: null,
  unread: 0,
};

describe('The helper’s windows', () => {
  let nested: NestedDesktop;
  let desktop: X11Desktop;
  let screen: WatchedScreen;
  let front: ChildProcess;
  let told: (readonly unknown[])[];
  let files: string;

  beforeAll(async () => {
    nested = await NestedDesktop.start();
    desktop = new X11Desktop(nested.display);
    screen = new WatchedScreen(desktop);
  });

  afterAll(async () => {
    screen.close();
    desktop.close();
    await nested.close();
  });

  beforeEach(async () => {
    told = [];
    files = mkdtempSync(join(tmpdir(), 'mayday-front-'));
    front = spawn(process.execPath, ['build/agent/window/front-testing.js'], {
      env: { ...process.env, DISPLAY: nested.display, TMPDIR: files },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    await once(front, 'spawn');
    if (!front.stdout) throw new Error('The windows have no output.');
    createInterface({ input: front.stdout }).on('line', (line) => {
      told.push(JSON.parse(line) as readonly unknown[]);
    });
  });

  afterEach(async () => {
    front.stdin?.end();
    if (front.exitCode === null) await once(front, 'exit');
    await until('the windows are gone', () => screen.middleOf(strongAction) === null);
    rmSync(files, { recursive: true });
  });

  it('take a press of the person’s hand on Allow for a yes, and an injected press for nothing', async () => {
    show(question('q1', 30_000));
    const allow = await until('the question', () => screen.middleOf(strongAction));
    await until('injected presses are kept away', () => {
      inject(allow.x, allow.y);
      front.stdin?.write('ignored?\n');
      return told.some(([what, count]) => what === 'ignored' && Number(count) > 2);
    });
    expect(answers()).toEqual([]);
    await until('the answer', () => {
      nested.click(allow.x, allow.y);
      return answers().length > 0;
    });
    expect(answers()[0]).toEqual(['answer', 'q1', ['view', 'control']]);
  });

  it('take no answer for a no', async () => {
    show(question('q2', 8000));
    await until('the question', () => screen.middleOf(strongAction));
    await until('the answer', () => answers().length > 0);
    expect(answers()).toEqual([['answer', 'q2', []]]);
  });

  it('keep the bar in sight, and stop at a press of the person', async () => {
    show({ ...quiet, bar });
    const injected = await until('the bar', () => screen.middleOf(stopAction));
    inject(injected.x, injected.y);
    await until('the press', () => {
      const stop = screen.middleOf(stopAction);
      if (stop) nested.click(stop.x, stop.y);
      return told.some(([what]) => what === 'stop');
    });
    expect(told.filter(([what]) => what !== 'stop' && what !== 'ignored')).toEqual([]);
  });

  it('keep Stop and its neighbours where they are, whatever else the bar has to say', async () => {
    show({ ...quiet, bar });
    const stop = await until('the bar', () => screen.middleOf(stopAction));
    const [chips, low] = [screen.middleOf(chipColour), middleOfBar()];
    const watchers = [
      greta,
      { key: 'ana', name: 'Ana Moreira' },
      { key: 'hugo', name: 'Hugo Brandt' },
    ];
    const handover = { to: 'Hugo Brandt', from: greta.name, losing: [] };
    show({ ...quiet, bar: { ...bar, watchers, handover, paused: true, unread: 12 } });
    await until('the higher bar', () => middleOfBar() > low + 4);
    expect(screen.middleOf(stopAction)).toEqual(stop);
    expect(screen.middleOf(chipColour)).toEqual(chips);
    show({ ...quiet, bar: { ...bar, granted: ['view'], driver: null, unread: 3 } });
    await until('the bar without news', () => middleOfBar() < low + 4);
    expect(screen.middleOf(stopAction)).toEqual(stop);
  });

  it('show a technician’s picture, and leave no file of it behind', async () => {
    const side = 'width="64" height="64"';
    const fill = `fill="#${faceColour.toString(16)}"`;
    front.stdin?.write(
      `face <svg xmlns="http://www.w3.org/2000/svg" ${side}><rect ${side} ${fill}/></svg>\n`,
    );
    show({ ...quiet, stage: { kind: 'waiting', technician: greta, subject: 'Mail', queue: null } });
    await until('the picture', () => screen.middleOf(faceColour));
    expect(readdirSync(files)).toEqual([]);
  });

  function middleOfBar(): number {
    return screen.middleOf(barColour)?.y ?? 0;
  }

  function show(view: View): void {
    front.stdin?.write(`${JSON.stringify(view)}\n`);
  }

  function question(id: string, until: number): View {
    const scopes = ['view', 'control'] as const;
    return {
      ...quiet,
      question: { id, by: greta, subject: 'A sample', scopes, more: false, until },
    };
  }

  function inject(x: number, y: number): void {
    const place = { x: x / desktop.size.width, y: y / desktop.size.height };
    desktop.inject({ kind: 'pointer-button', ...place, button: 0, down: true });
    desktop.inject({ kind: 'pointer-button', ...place, button: 0, down: false });
  }

  function answers(): readonly (readonly unknown[])[] {
    return told.filter(([what]) => what === 'answer');
  }
});
