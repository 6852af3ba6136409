import { pathToFileURL } from 'node:url';
import { ui } from './gtk.js';

/** Above the theme, below what a person sets for themselves. */
const applicationPriority = 600;

const light = {
  paper: '#f6f7f9',
  surface: '#ffffff',
  raised: '#ffffff',
  line: '#e1e5eb',
  edge: '#c3cad4',
  ink: '#161b22',
  ink2: '#4d5766',
  ink3: '#667081',
  accent: '#c2410c',
  onaccent: '#ffffff',
  focus: '#1d5fd0',
  ready: '#0b6e4f',
  soft: '#edf0f4',
  mine: '#e4eefc',
  late: '#b42318',
  latesoft: '#fde8e6',
};
const dark: typeof light = {
  paper: '#12151a',
  surface: '#1a1e25',
  raised: '#222731',
  line: '#2d343f',
  edge: '#3b4452',
  ink: '#e8ecf2',
  ink2: '#a7b1c0',
  ink3: '#8792a3',
  accent: '#fb8a4c',
  onaccent: '#1c0f06',
  focus: '#7db0ff',
  ready: '#4fd3a2',
  soft: '#262c35',
  mine: '#14263f',
  late: '#ff8f85',
  latesoft: '#3a1715',
};

const rules = `
window.mayday { background: @paper; color: @ink; font-family: Inter, "Segoe UI", Cantarell, Roboto, "Noto Sans", "DejaVu Sans", sans-serif; font-size: 15px; }
window.mayday headerbar { background: @surface; border: none; border-bottom: 1px solid @line; box-shadow: none; min-height: 42px; padding: 0 10px; color: @ink2; }
window.mayday headerbar button { min-height: 26px; min-width: 26px; padding: 0 8px; font-size: 12px; }
window.mayday .name { font-weight: 700; font-size: 14px; color: @ink; }
window.mayday .dot { background: @accent; border-radius: 99px; min-width: 10px; min-height: 10px; }
window.mayday.csd decoration { border-radius: 10px; box-shadow: 0 1px 2px rgba(15, 23, 42, .12), 0 10px 32px rgba(15, 23, 42, .22); }
window.mayday.csd headerbar { border-radius: 10px 10px 0 0; }
window.mayday.solid-csd decoration { border-radius: 0; padding: 0; margin: 0; background: @line; border: 1px solid @edge; box-shadow: none; }
window.mayday.solid-csd headerbar { border-radius: 0; }
window.mayday headerbar button.titlebutton { background: transparent; border-color: transparent; color: @ink3; }
window.mayday headerbar button.titlebutton:hover { background: @soft; }
.content { padding: 26px; }
.card { background: @surface; padding: 26px; }
.title { font-size: 21px; font-weight: 700; color: @ink; }
.code { font-size: 52px; font-weight: 700; letter-spacing: 2px; font-feature-settings: "tnum"; color: @ink; padding: 6px 0; }
.muted { color: @ink2; }
.small { font-size: 13px; }
.org { font-size: 13px; color: @ink2; }
.ok { color: @ready; font-weight: 600; font-size: 13px; }
.problem { color: @late; background: @latesoft; border-radius: 8px; padding: 10px 12px; font-size: 14px; }
.face { border-radius: 999px; background: linear-gradient(135deg, #f7b267, #f4845f); color: #3b1707; font-weight: 700; font-size: 20px; min-width: 60px; min-height: 60px; }
.asker { padding: 18px 0 16px 0; }
.answers { padding: 18px 0 14px 0; }
.said-list { padding: 14px 16px; }
.inside { padding: 7px 12px; }
.scope { padding: 11px 0; border-top: 1px solid @line; }
window.mayday button { background: @raised; color: @ink; border: 1px solid @line; border-radius: 8px; padding: 8px 16px; font-weight: 600; box-shadow: none; text-shadow: none; -gtk-icon-shadow: none; }
window.mayday button:hover { background: @soft; }
window.mayday button:focus { outline: 2px solid @focus; outline-offset: 2px; -gtk-outline-radius: 9px; }
window.mayday button:disabled { opacity: .55; }
window.mayday button.big { padding: 11px 16px; font-size: 16px; }
window.mayday button.primary { background: @accent; color: @onaccent; border-color: transparent; }
window.mayday button.primary:hover { background: @accent; box-shadow: 0 0 0 2px alpha(@accent, .35); }
window.mayday button.chosen { background: @mine; border-color: @focus; box-shadow: 0 0 0 1px @focus inset; }
window.mayday button.quiet { background: transparent; border-color: transparent; color: @ink2; }
window.mayday button.quiet:hover { background: @soft; }
window.mayday entry { background: @surface; color: @ink; border: 1px solid @line; border-radius: 8px; padding: 8px 12px; min-height: 24px; box-shadow: none; caret-color: @ink; }
window.mayday entry:focus { border-color: @focus; box-shadow: 0 0 0 1px @focus inset; }
window.mayday switch { background: @line; border: none; border-radius: 99px; min-height: 24px; min-width: 44px; box-shadow: none; font-size: 0; color: transparent; outline-offset: 2px; }
window.mayday switch:checked { background: @ready; }
window.mayday switch:focus { outline: 2px solid @focus; -gtk-outline-radius: 99px; }
window.mayday switch image { color: transparent; -gtk-icon-source: none; }
window.mayday switch slider { background: #ffffff; border: none; border-radius: 99px; min-width: 18px; min-height: 18px; margin: 3px; box-shadow: 0 1px 2px rgba(15, 23, 42, .25); }
.said { border-radius: 12px; padding: 8px 12px; background: @soft; font-size: 14px; }
.said.mine { background: @mine; }
.chat { background: @paper; }
.writing { background: @surface; border-top: 1px solid @line; padding: 12px; }
.receipt { border-top: 1px solid @line; padding: 9px 0; }
window.mayday spinner { color: @accent; min-width: 22px; min-height: 22px; }

window.bar { background: #171b22; color: #eef2f8; border: 1px solid #39414e; font-size: 13px; }
window.bar .who { font-weight: 600; color: #ffffff; font-size: 14px; }
window.bar .muted { color: #a7b1c0; font-size: 12px; }
window.bar .news { color: #ffd9a8; font-size: 12px; font-weight: 600; }
window.bar .live { background: #4fd3a2; border-radius: 99px; min-width: 9px; min-height: 9px; }
window.bar .live.paused { background: #e8b64c; }
window.bar button { background: transparent; border: 1px solid #39414e; color: #e8ecf2; padding: 4px 11px; min-height: 22px; font-size: 13px; }
window.bar button:hover { background: #2a313c; }
window.bar button.chip { border-color: transparent; background: #262d38; font-weight: 500; padding: 4px 10px; }
window.bar button.chip:hover { background: #3a2323; color: #ffb4ab; }
window.bar button.unread { border-color: #fb8a4c; color: #fb8a4c; }
window.bar button.stop { background: #c9281c; border-color: transparent; color: #ffffff; font-weight: 700; padding: 4px 16px; }
window.bar button.stop:hover { background: #c9281c; box-shadow: 0 0 0 2px rgba(255, 255, 255, .25); }
`;

/** Gives every window of the program the look of Mayday, dark where the desktop is dark. */
export function applyStyle(): void {
  const colours = Object.entries(isDark() ? dark : light)
    .map(([name, value]) => `@define-color ${name} ${value};`)
    .join('\n');
  ui.addProviderForScreen(ui.screen(), provider(colours + rules), applicationPriority);
}

/** Lets a widget show a picture file, SVG or PNG, in its background. */
export function paint(widget: bigint, file: string): void {
  const url = JSON.stringify(pathToFileURL(file).href);
  const css = `* { background-image: url(${url}); background-size: cover; background-position: center; }`;
  ui.addProvider(ui.style(widget), provider(css), applicationPriority + 1);
}

function provider(css: string): bigint {
  const made = ui.cssProvider();
  ui.loadCss(made, css, -1, null);
  return made;
}

function isDark(): boolean {
  const settings = ui.settings();
  const prefers = [0];
  const theme: (string | null)[] = [null];
  ui.getFlag(settings, 'gtk-application-prefer-dark-theme', prefers, null);
  ui.getText(settings, 'gtk-theme-name', theme, null);
  return prefers[0] === 1 || /dark/i.test(theme[0] ?? '');
}
