import { defineConfig } from '@playwright/test';
import { EVERY_LOOK } from './tests/support/browser-looks';

const isRoot = process.getuid?.() === 0;

/** What a story says, it says on one screen; how pages look is what every-page, *-fit and gallery are about. */
const ON_A_PHONE = [
  'bound-card*.spec.ts',
  'containers.spec.ts',
  'deploy.spec.ts',
  'gallery.spec.ts',
  'mixed.spec.ts',
  'page-budget.spec.ts',
  'payment-code.spec.ts',
  'presses.spec.ts',
  'phone-bill*.spec.ts',
  'quickpass.spec.ts',
  'quickpass-lost.spec.ts',
  'quickpass-not-installed.spec.ts',
  'receipt.spec.ts',
  'refund-claim.spec.ts',
  'refund-request.spec.ts',
  'sign-in.spec.ts',
  'subscriptions.spec.ts',
  'switch-method.spec.ts',
  'ten-minutes.spec.ts',
  'test-mode.spec.ts',
  'walk.spec.ts',
  'wallet.spec.ts',
  'way-back.spec.ts',
  'wrong-states.spec.ts',
];
const ON_A_DESKTOP = [
  'appearance.spec.ts',
  'attacks.spec.ts',
  'carrier-catalogue.spec.ts',
  'carrier-statements.spec.ts',
  'channels.spec.ts',
  'console-money.spec.ts',
  'crash.spec.ts',
  'developers.spec.ts',
  'docs.spec.ts',
  'finance.spec.ts',
  'keyboard.spec.ts',
  'members.spec.ts',
  'migrations.spec.ts',
  'office-order.spec.ts',
  'office-queues.spec.ts',
  'payment-links.spec.ts',
  'quickpass-qr*.spec.ts',
  'refund-case.spec.ts',
  'rooms.spec.ts',
  'shop-order.spec.ts',
  'staff.spec.ts',
  'status.spec.ts',
  'support-finds.spec.ts',
  'two-devices.spec.ts',
];
const LAST = 'canary.spec.ts';

// Each page is seen once in Chinese and once in English, on the screen that it is for; the whole of languages, screens
// and schemes repeats the same statement of the same page, and is `npm run proof -- every-page`. A room is acted out
// for each screen that it is seen on, which costs as much as looking: one screen has both of its looks.
const ELSEWHERE_THAN_ON_A_PHONE =
  /every page for (a merchant|the office) |in Chinese (every page for anybody|every page of the wallet|the sign-in pages)/;
// English has the least room on a phone: what anybody, wallets and who signs in sees on both has it there.
const ELSEWHERE_THAN_ON_A_DESKTOP =
  /every page for (a shopper with a card|a merchant’s app|a phone’s owner) |in English, the other scheme (every page for anybody|every page of the wallet|the sign-in pages)/;

/** `npm test` names the browser; the set-up puts the app's address into the environment of the workers. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // The scripts are Node's own modules already; turned into anything else they do not load.
  build: { external: ['**/scripts/**/*.mjs'] },
  globalSetup: './tests/support/browser-setup.ts',
  fullyParallel: false,
  // Tests wait more than they compute.
  workers: 4,
  // Seven processes and four browsers on two cores: a test that passes only now is counted, and named at the end.
  retries: 1,
  // How long a thing may take at most is no test's promise: a busy machine has its time.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: process.env.APP_ORIGIN,
    actionTimeout: 20_000,
    // A spinner drawn without a graphics card takes a tenth of a processor from what is waited for.
    contextOptions: { reducedMotion: 'reduce' },
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
      grepInvert: EVERY_LOOK ? undefined : ELSEWHERE_THAN_ON_A_PHONE,
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
      grepInvert: EVERY_LOOK ? undefined : ELSEWHERE_THAN_ON_A_DESKTOP,
      testIgnore: [...ON_A_PHONE, LAST],
      teardown: 'canary',
      use: { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' },
    },
    // After everything else, also where something failed.
    { name: 'canary', testMatch: LAST },
  ],
});
