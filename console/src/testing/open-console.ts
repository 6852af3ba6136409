import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { App } from '../app/app.js';
import { routes } from '../app/app-routes.js';
import { DESK_FETCH } from '../app/desk/desk-fetch.js';
import { provideWords } from '../app/words/provide-words.js';
import { ConsoleHarness } from './console.harness.js';
import { FakeDesk } from './fake-desk.js';

/** The console as a person meets it, on a desk of the spec's own. */
export interface OpenConsole {
  readonly desk: FakeDesk;
  readonly screen: ConsoleHarness;
  readonly fixture: ComponentFixture<App>;
  readonly router: Router;
}

/** Opens the whole console at an address, in English. */
export async function openConsole(address: string, desk = new FakeDesk()): Promise<OpenConsole> {
  localStorage.setItem('mayday-console', JSON.stringify({ language: 'en' }));
  TestBed.configureTestingModule({
    providers: [
      provideRouter(routes, withComponentInputBinding()),
      provideWords(),
      { provide: DESK_FETCH, useValue: desk.fetch },
    ],
  });
  const fixture = TestBed.createComponent(App);
  giveItRoom(fixture.nativeElement);
  const router = TestBed.inject(Router);
  fixture.autoDetectChanges();
  await router.navigateByUrl(address);
  const screen = await TestbedHarnessEnvironment.harnessForFixture(fixture, ConsoleHarness);
  return { desk, screen, fixture, router };
}

/** A window's worth of room, as the page gives it to its root. */
function giveItRoom(root: unknown): void {
  if (!(root instanceof HTMLElement)) return;
  Object.assign(root.style, { display: 'flex', flexDirection: 'column', height: '900px' });
}
