import { strict as assert } from 'node:assert';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installOtherBrowsers } from '@/scripts/lib/browser-install.mjs';
import { createProcesses } from '@/scripts/lib/processes.mjs';
import { placeOrder } from '@/tests/support/browser-orders';
import { fromTestRun } from '@/tests/support/cluster';
import { openFirefox } from '@/tests/support/firefox-browser';
import { MainJourney } from '@/tests/support/main-journey';
import { NotHere, type OtherBrowser } from '@/tests/support/other-browser';
import { type Stack, startStack } from '@/tests/support/stack';
import { openWebKit } from '@/tests/support/webkit-browser';

const PICTURES_DIR = path.join('test-results', 'browsers');

/** Each says that it is its maker's phone: what the page offers depends on that. */
const OTHERS = [
  {
    engine: 'WebKit',
    open: () =>
      openWebKit(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
      ),
  },
  {
    engine: 'Firefox',
    open: () => openFirefox('Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0'),
  },
];

/** The main journey in the engines that no test drives, where the machine has them or Debian's packages allow it. */
export async function prove(only = ''): Promise<void> {
  await installOtherBrowsers(
    createProcesses(path.join(fromTestRun('CASHIER_TEST_DIR'), 'processes.others.json')),
    new AbortController().signal,
  );
  mkdirSync(PICTURES_DIR, { recursive: true });
  const stack = await startStack({ name: 'browsers', settings: { LOG_LEVEL: 'warn' } });
  const broken: string[] = [];
  const ran: string[] = [];
  try {
    const chosen = OTHERS.filter(({ engine }) => engine.toLowerCase().includes(only));
    assert(chosen.length > 0, `no browser is called "${only}"`);
    for (const { engine, open } of chosen) {
      const browser = await open().catch((error: unknown) => {
        console.log(`${engine}: DID NOT RUN: ${error}`);
        if (!(error instanceof NotHere))
          broken.push(`${engine} is here and does not start: ${error}`);
      });
      if (!browser) continue;
      ran.push(browser.name);
      broken.push(...(await goThrough(browser, { engine, stack })));
    }
  } finally {
    await stack.stop();
  }
  assert.deepEqual(broken, []);
  assert(ran.length > 0, 'no browser ran, so nothing is shown');
}

/** Answers what broke, step by step; a step that broke does not keep the next one from being tried. */
async function goThrough(
  browser: OtherBrowser,
  { engine, stack }: { engine: string; stack: Stack },
): Promise<string[]> {
  const look = async (name: string) =>
    writeFileSync(path.join(PICTURES_DIR, `${engine}-${name}.png`), await browser.picture());
  const journey = new MainJourney(browser, look);
  const broken: string[] = [];
  const step = async (what: string, work: () => Promise<void>) => {
    const problem = await work().then(
      () => undefined,
      (error: unknown) => String(error),
    );
    console.log(`${browser.name}: ${what}: ${problem ?? 'passed'}`);
    if (problem === undefined) return;
    broken.push(`${browser.name}: ${what}: ${problem}`);
    await look('broken').catch(() => undefined);
  };
  try {
    const [first, second] = [
      await placeOrder(stack, { amount: 1230 }),
      await placeOrder(stack, { amount: 4560 }),
    ];
    await step('paid from the balance', () => journey.payByBalance(first));
    await step('back from the paid page', () => journey.goBackFromPaid());
    await step('paid by QuickPass, to the gateway and back', () => journey.payByQuickPass(second));
    await step('receipt', () => journey.readReceipt(first, '12.30'));
  } finally {
    await browser.close();
  }
  return broken;
}
