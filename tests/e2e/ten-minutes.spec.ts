import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { freePort } from '../../scripts/lib/free-port.mjs';
import { expect, test } from '../support/browser-fixtures';
import { stackInfo } from '../support/browser-settings';
import { SOON } from '../support/soon';

/** A program of the page, as a reader copies it. */
const textOf = async (page: Page, title: string): Promise<string> =>
  (await page.locator(`figure[data-file="${title}"] code`).textContent()) ?? '';

test('from an empty directory, a shop of thirty lines taken from the documentation takes a payment and verifies its notice', async ({
  page,
  cashier,
  gateway,
  request,
}) => {
  const { env, origin } = stackInfo();
  const apiKey = env.DEMO_SHOP_API_KEY ?? '';
  const port = await freePort();
  const shop = `http://localhost:${port}`;

  // All that the reader has: the page as it is served, and a key.
  await page.goto('/docs');
  const program = await textOf(page, 'shop.mjs');
  expect(program.split('\n').filter((line) => line.trim()).length).toBeLessThanOrEqual(30);
  const curl = await textOf(page, 'curl');
  const [, address = ''] = /curl (\S+)/.exec(curl) ?? [];
  const [, body = ''] = /-d '(.+)'/.exec(curl) ?? [];
  const registered = await request.post(address, {
    headers: { Authorization: `Bearer ${apiKey}`, 'Idempotency-Key': `"ten-minutes-${port}"` },
    data: { ...JSON.parse(body), url: `${shop}/hook` },
  });
  expect(registered.status()).toBe(201);
  const { id, secret } = await registered.json();

  const home = mkdtempSync(path.join(tmpdir(), 'ten-minutes-'));
  expect(readdirSync(home)).toEqual([]);
  writeFileSync(path.join(home, 'shop.mjs'), program);
  const running = spawn(process.execPath, ['shop.mjs'], {
    cwd: home,
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      PORT: String(port),
      CASHIER_ORIGIN: origin,
      CASHIER_API_KEY: apiKey,
      CASHIER_WEBHOOK_SECRET: secret,
    },
    stdio: 'inherit',
  });
  try {
    // Refused until it listens.
    await expect(async () => expect((await fetch(shop)).ok).toBe(true)).toPass({
      timeout: SOON.timeout,
    });
    await page.goto(shop);
    await page.getByRole('button', { name: 'Buy' }).click();
    await cashier.expectToChoose('¥6.00');
    await cashier.payByQuickPass('¥6.00');
    await gateway.pay();
    await gateway.goBack();
    await cashier.expectPaid();
    // Other tests sell at this merchant, too; only this shop's numbers begin so.
    const shown = async () => (await fetch(shop)).text();
    await expect.poll(shown, { timeout: SOON.timeout }).toMatch(/\bA-\d+/);

    const forged = await fetch(`${shop}/hook`, {
      method: 'POST',
      headers: {
        'webhook-id': 'evt_forged',
        'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
        'webhook-signature': `v1,${Buffer.alloc(32).toString('base64')}`,
      },
      body: JSON.stringify({ type: 'order.paid', data: { merchant_order_no: 'A-forged' } }),
    });
    expect(forged.status).toBe(400);
    expect(await shown()).not.toContain('A-forged');
  } finally {
    if (running.exitCode === null) {
      running.kill();
      await once(running, 'exit');
    }
    rmSync(home, { recursive: true });
    await request.delete(`/api/v1/webhook-endpoints/${id}`, {
      headers: { Authorization: `Bearer ${apiKey}` },
    });
  }
});
