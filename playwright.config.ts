import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** `npm test` names the browser; the set-up puts the app's address into the environment of the workers. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // The scripts are Node's own modules already; turned into anything else they do not load.
  build: { external: ['**/scripts/**/*.mjs'] },
  globalSetup: './tests/support/browser-setup.ts',
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.APP_ORIGIN,
    actionTimeout: 15_000,
    video: 'off',
    // A trace of every page costs a third of the run; the picture of a failure says most of it.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
      chromiumSandbox: isRoot ? false : undefined,
      args: [
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  projects: [
    {
      name: 'phone',
      // The server dies the same way for every screen.
      testIgnore: 'crash.spec.ts',
      use: {
        viewport: { width: 360, height: 740 },
        locale: 'zh-CN',
        isMobile: true,
        hasTouch: true,
        deviceScaleFactor: 2,
      },
    },
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' } },
  ],
});
