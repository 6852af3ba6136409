import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { X11Desktop } from '../platform/x11/x11-desktop.js';
import { NestedDesktop } from '../testing/nested-desktop.js';
import { until } from '../testing/until.js';
import { WatchedScreen } from '../testing/watched-screen.js';
import type { View } from './view.js';

jasmine.DEFAULT_TIMEOUT_INTERVAL = 120_000;

const strongAction = 0xc2410c;
const stopAction = 0xc9281c;
const greta = { key: 'greta', name: 'Greta Lindqvist' };
const quiet: View = {
  language: 'en',
  desk: { organisation: 'Northwind IT Support', address: 'help.example.org', verified: true },
  stage: { kind: 'sharing' },
  question: null,
  bar: null,
  chat: { open: false, with: greta, said: [], notSent: false },
};

describe('The helper’s windows', () => {
  let nested: NestedDesktop;
  let desktop: X11Desktop;
  let screen: WatchedScreen;
  let front: ChildProcess;
  let told: (readonly unknown[])[];

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
    front = spawn(process.execPath, ['build/agent/window/front-testing.js'], {
      env: { ...process.env, DISPLAY: nested.display },
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
    const bar = {
      watchers: [greta],
      driver: greta,
      granted: ['view', 'control'] as const,
      paused: false,
      controlPause: null,
      handover: null,
      narrowed: null,
      unread: 0,
    };
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
