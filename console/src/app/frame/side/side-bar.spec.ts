import { openConsole } from '../../../testing/open-console.js';
import { until } from '../../../testing/until.js';

/** A window in which there is no room beside the page. */
function makeWindowSmall(): void {
  const real = window.matchMedia.bind(window);
  spyOn(window, 'matchMedia').and.callFake((query) =>
    real(query === '(width < 1100px)' ? 'all' : query),
  );
}

describe('the way around in a small window', () => {
  beforeEach(makeWindowSmall);

  const menu = () => document.querySelector<HTMLElement>('.top-bar [aria-haspopup=dialog]');
  const drawer = () => document.querySelector<HTMLDialogElement>('#side-drawer');

  it('opens over the page, leads to every page, and goes on in the page', async () => {
    const { screen, router } = await openConsole('/queue/mine');
    await screen.press('Menu');
    await screen.reads('Ways in');
    expect(menu()?.getAttribute('aria-expanded')).toBe('true');
    expect(drawer()?.contains(document.activeElement)).toBeTrue();
    await screen.press('Ways in');
    await screen.reads('Open now');
    expect(router.url).toBe('/doors');
    expect(drawer()).toBeNull();
    await until('the page has the focus', () => document.activeElement?.matches('main') === true);
  });

  it('is closed by Escape, and gives the focus back to its button', async () => {
    const { screen } = await openConsole('/queue/mine');
    menu()?.focus();
    await screen.press('Menu');
    await screen.reads('Ways in');
    // What a browser does on Escape; a key that a page sends to itself closes nothing.
    drawer()?.close();
    await until('the drawer is gone', () => drawer() === null);
    expect(document.activeElement).toBe(menu());
    expect(menu()?.getAttribute('aria-expanded')).toBe('false');
  });
});
