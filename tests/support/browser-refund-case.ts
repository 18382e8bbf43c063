import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import type { Database } from './browser-database';
import { placeOrder } from './browser-orders';
import { Rail } from './browser-rail';
import type { StackInfo } from './browser-settings';
import { CashierPages } from './pages-cashier';
import { GatewayPages } from './pages-gateway';
import { wordsOf } from './pages-words';

const SOON = { timeout: 45_000 };

/** Asks for so many fen back as a merchant's server does. */
export async function askForRefund(
  { origin, env }: StackInfo,
  { orderId, amount }: { orderId: string; amount: number },
): Promise<void> {
  const response = await fetch(`${origin}/api/v1/orders/${orderId}/refunds`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${env.DEMO_SHOP_API_KEY}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': randomUUID(),
    },
    body: JSON.stringify({ merchant_refund_no: `R${randomUUID()}`, amount }),
  });
  expect(response.status).toBe(201);
}

/** The case that is opened soon for a refund that the channel has refused. */
export async function caseOf(database: Database, orderId: string): Promise<string> {
  let caseId = '';
  await expect
    .poll(async () => {
      const [found] = await database.query('SELECT id FROM refund_cases WHERE order_id = $1', [
        orderId,
      ]);
      caseId = String(found?.id ?? '');
      return caseId;
    }, SOON)
    .toMatch(/^rcs_/);
  return caseId;
}

/** A payment over `amount` fen of which a part cannot go back: its account is closed. One amount, one test. */
export async function actOutRefundCase(
  page: Page,
  stack: StackInfo,
  database: Database,
  amount: number,
): Promise<{ orderId: string; caseId: string }> {
  const words = wordsOf('zh-CN');
  const payUrl = await placeOrder(stack, { amount, customer: null });
  await page.goto(payUrl);
  await new CashierPages(page, words).payByQuickPass(`¥${(amount / 100).toFixed(2)}`);
  await new GatewayPages(page, words).pay();
  let orderId = '';
  await expect
    .poll(async () => {
      const [order] = await database.query('SELECT id, state FROM orders WHERE pay_token = $1', [
        payUrl.split('/').pop(),
      ]);
      orderId = String(order?.id);
      return order?.state;
    }, SOON)
    .toBe('paid');
  const back = amount - 100;
  const gone = { outcome: 'refuse', respCode: '63' };
  await new Rail(stack.sandboxOrigin).scriptAmount(back, gone, { kind: 'refund' });
  await askForRefund(stack, { orderId, amount: back });
  return { orderId, caseId: await caseOf(database, orderId) };
}
