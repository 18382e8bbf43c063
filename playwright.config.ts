import { defineConfig } from '@playwright/test';

const isRoot = process.getuid?.() === 0;

/** What a story says, it says on one screen: every page is looked at on both by every-page and *-fit. */
const ON_A_PHONE = [
  'bound-card*.spec.ts',
  'order-ends.spec.ts',
  'payment-code.spec.ts',
  'quickpass.spec.ts',
  'quickpass-lost.spec.ts',
  'quickpass-not-installed.spec.ts',
  'sign-in.spec.ts',
  'switch-method.spec.ts',
  'wallet.spec.ts',
];
const ON_A_DESKTOP = [
  'channels.spec.ts',
  'crash.spec.ts',
  'finance.spec.ts',
  'keyboard.spec.ts',
  'migrations.spec.ts',
  'quickpass-qr*.spec.ts',
  'rooms.spec.ts',
  'shop-order.spec.ts',
  'support-finds.spec.ts',
];
const LAST = 'canary.spec.ts';

/** `npm test` names the browser; the set-up puts the app's address into the environment of the workers. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // The scripts are Node's own modules already; turned into anything else they do not load.
  build: { external: ['**/scripts/**/*.mjs'] },
  globalSetup: './tests/support/browser-setup.ts',
  fullyParallel: false,
  // Tests wait more than they compute.
  workers: 3,
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
      testIgnore: [...ON_A_DESKTOP, LAST],
      teardown: 'canary',
      use: {
        viewport: { width: 360, height: 740 },
        // What a page offers depends on what it is told to run on.
        userAgent:
          'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
        locale: 'zh-CN',
        isMobile: true,
        hasTouch: true,
        deviceScaleFactor: 2,
      },
    },
    {
      name: 'desktop',
      testIgnore: [...ON_A_PHONE, LAST],
      teardown: 'canary',
      use: { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' },
    },
    // After everything else, also where something failed.
    { name: 'canary', testMatch: LAST },
  ],
});
