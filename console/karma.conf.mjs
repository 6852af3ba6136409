import { join } from 'node:path';
import chromeLauncher from 'karma-chrome-launcher';
import jasmine from 'karma-jasmine';

/** Serves the sources beside the specs: the one of the catalogues reads what the code says. */
function serveSources(files) {
  for (const pattern of ['src/app/**/*.ts', 'src/app/**/*.html', 'public/icons.svg']) {
    const served = { included: false, served: true, watched: false };
    files.push({ pattern: join(import.meta.dirname, pattern), ...served });
  }
}
serveSources.$inject = ['config.files'];

/** Chromium from the system unless CHROME_BIN says otherwise. */
export default (config) => {
  process.env.CHROME_BIN ??= '/usr/bin/chromium';
  config.set({
    frameworks: ['jasmine', 'sources'],
    plugins: [jasmine, chromeLauncher, { 'framework:sources': ['factory', serveSources] }],
    reporters: ['progress'],
    browsers: ['ConsoleChromium'],
    customLaunchers: {
      ConsoleChromium: {
        base: 'ChromeHeadless',
        flags: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-dev-shm-usage',
          '--window-size=1440,900',
        ],
      },
    },
  });
};
