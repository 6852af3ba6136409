import chromeLauncher from 'karma-chrome-launcher';
import jasmine from 'karma-jasmine';

/** Chromium from the system unless CHROME_BIN says otherwise; the sources are served for the spec of the catalogues. */
export default (config) => {
  process.env.CHROME_BIN ??= '/usr/bin/chromium';
  config.set({
    basePath: '..',
    frameworks: ['jasmine'],
    plugins: [jasmine, chromeLauncher],
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
    files: [
      { pattern: 'console/src/app/**/*.ts', included: false, watched: false },
      { pattern: 'console/src/app/**/*.html', included: false, watched: false },
      { pattern: 'console/public/icons.svg', included: false, watched: false },
    ],
    client: { jasmine: { random: true } },
  });
};
