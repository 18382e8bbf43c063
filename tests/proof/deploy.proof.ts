import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from '@/scripts/lib/build.mjs';
import { DATA_DIR, ROOT } from '@/scripts/lib/paths.mjs';
import { createProcesses } from '@/scripts/lib/processes.mjs';
import { liveHolders } from '@/scripts/lib/run-lock.mjs';
import { type Database, openDatabase } from '@/tests/support/browser-database';
import { placeOrder } from '@/tests/support/browser-orders';
import { fromTestRun } from '@/tests/support/cluster';
import { copyBuild } from '@/tests/support/next-deploy';
import { CashierPages } from '@/tests/support/pages-cashier';
import { wordsOf } from '@/tests/support/pages-words';
import { type Stack, startStack } from '@/tests/support/stack';

const buildId = () => readFileSync(path.join(ROOT, '.next', 'BUILD_ID'), 'utf8');

/** Pages that one build drew pay after a real second build has taken its place: with JavaScript and without. */
export async function prove(): Promise<void> {
  const users = liveHolders(path.join(DATA_DIR, 'users'));
  assert(users.length <= 1, 'something else uses the build of this directory: stop it first');
  const runDir = fromTestRun('CASHIER_TEST_DIR');
  const first = buildId();
  const stack = await startStack({ name: 'deploy', settings: { LOG_LEVEL: 'warn' } });
  const database = await openDatabase(stack.databaseUrl);
  const browser = await chromium.launch({
    executablePath: process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH,
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-dev-shm-usage', '--disable-background-networking'],
  });
  try {
    await stack.killApp('SIGTERM');
    await stack.startApp({}, copyBuild(path.join(runDir, 'first-build')));
    const open = [];
    for (const javaScriptEnabled of [true, false]) {
      const context = await browser.newContext({ javaScriptEnabled, locale: 'zh-CN' });
      const [page, payUrl] = [await context.newPage(), await placeOrder(stack)];
      await page.goto(payUrl);
      open.push({ page, payUrl, javaScriptEnabled });
    }
    await buildAgain(stack);
    console.log(`drawn by build ${first}, answered by build ${buildId()}`);
    assert.notEqual(buildId(), first);
    for (const { page, payUrl, javaScriptEnabled } of open) {
      await payOnce(page, payUrl, database);
      console.log(`paid once ${javaScriptEnabled ? 'with' : 'without'} JavaScript`);
    }
  } finally {
    await browser.close();
    await database.close();
    await stack.stop();
  }
}

async function buildAgain(stack: Stack): Promise<void> {
  const record = path.join(fromTestRun('CASHIER_TEST_DIR'), 'processes.build.json');
  const never = new AbortController().signal;
  await build(createProcesses(record), never, { root: ROOT, dataDir: DATA_DIR, env: process.env });
  await stack.killApp('SIGTERM');
  await stack.startApp();
}

async function payOnce(page: Page, payUrl: string, database: Database): Promise<void> {
  const cashier = new CashierPages(page, wordsOf('zh-CN'));
  await cashier.payByBalance('¥0.01');
  await cashier.expectPaid();
  assert.deepEqual(await database.booked(payUrl), { paid: 1, returned: 0 });
}
