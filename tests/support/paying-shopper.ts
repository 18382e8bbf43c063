import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { cardCodeOnHandset } from './handset';
import { phoneNumber } from './phone-numbers';
import { formAsking, PlainBrowser, valueOn } from './plain-browser';

export type PaidBy = 'balance' | 'quickpass' | 'carrier';

/** Where shoppers pay: the cashier, what stands before it, the simulator, and a look into the database. */
export interface PayingAt {
  /** The cashier's own address, as it knows it. */
  origin: string;
  /** Where requests really go; the same unless given. */
  by?: string;
  sandboxOrigin: string;
  apiKey: string;
  query(text: string, values: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

export interface Payer {
  /** The shop's name for its customer. */
  reference: string;
  paymentPassword: string;
}

export interface PlacedOrder {
  id: string;
  payPath: string;
}

/** How long each part of a journey took, in ms. */
export interface Journey {
  order: PlacedOrder;
  took: Record<'place' | 'open' | 'pay' | 'told', number>;
}

/** Longer than any healthy answer takes: a journey that waits longer has failed. */
const PATIENCE_MS = 30_000;
const AGAIN_MS = 200;

/** A phone bill is chosen on a phone; QuickPass shows its code on a PC. */
const AGENT: Partial<Record<PaidBy, string>> = {
  carrier:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
};

/** In fen: small, as nobody's balance is to run out. */
const AMOUNT: Record<PaidBy, number> = { balance: 1, quickpass: 1, carrier: 100 };

/** Places an order as a merchant's server does, for a shopper who will pay by this method. */
export async function placeAt(at: PayingAt, method: PaidBy, payer: Payer): Promise<PlacedOrder> {
  const customer = method === 'balance' ? { customer_reference: payer.reference } : {};
  const orderNo = `J${randomUUID()}`;
  const response = await fetch(`${at.by ?? at.origin}/api/v1/orders`, {
    method: 'POST',
    signal: AbortSignal.timeout(PATIENCE_MS),
    headers: {
      Authorization: `Bearer ${at.apiKey}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': orderNo,
    },
    body: JSON.stringify({
      ...{ merchant_order_no: orderNo, amount: AMOUNT[method], currency: 'CNY' },
      ...{ subject: '测试商品', goods: 'digital', ...customer },
    }),
  });
  if (response.status !== 201) {
    const [, code = 'no code'] = /"code":"(\w+)"/.exec(await response.text()) ?? [];
    throw new Error(`order: ${response.status} ${code}`);
  }
  const { id, pay_url } = (await response.json()) as { id: string; pay_url: string };
  return { id, payPath: new URL(pay_url).pathname };
}

/** A browser as no other: what is counted by address counts each shopper alone. */
export const newBrowser = (at: PayingAt, agent?: string): PlainBrowser =>
  new PlainBrowser(at.origin, {
    agent,
    address: `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`,
    by: at.by,
  });

/** An order from its placing by the shop to the moment that its page is told of the payment, by one method. */
export async function payOnce(at: PayingAt, method: PaidBy, payer: Payer): Promise<Journey> {
  const clock = stopwatch();
  const order = await placeAt(at, method, payer);
  const place = clock();
  const browser = newBrowser(at, AGENT[method]);
  const page = await browser.open(order.payPath);
  const open = clock();
  const told = await PAY[method]({ at, order, browser, page, payer });
  const pay = clock();
  await told();
  return { order, took: { place, open, pay, told: clock() } };
}

interface Step {
  at: PayingAt;
  order: PlacedOrder;
  browser: PlainBrowser;
  page: string;
  payer: Payer;
}

/** Does what the shopper does; answers how to wait until the page has heard of the payment. */
const PAY: Record<PaidBy, (step: Step) => Promise<() => Promise<void>>> = {
  async balance({ order, browser, page, payer: { paymentPassword } }) {
    const form = formAsking(page, 'method', { method: 'balance', paymentPassword });
    expectTo(await browser.send(order.payPath, form), `${order.payPath}/result`);
    return async () => void (await browser.open(`${order.payPath}/result`));
  },
  async quickpass({ at, order, browser, page }) {
    const form = formAsking(page, 'method', { method: 'quickpass' });
    expectTo(await browser.send(order.payPath, form), `${order.payPath}/go`);
    const told = listen(browser, order.payPath, () => isPaid(at, order));
    await payAtGateway(at, order);
    return told;
  },
  async carrier({ at, order, browser, page }) {
    const path = `${order.payPath}/phone`;
    const choice = formAsking(page, 'method', { method: 'carrier' });
    expectTo(await browser.send(order.payPath, choice), path);
    const phone = phoneNumber();
    const ask = formAsking(await browser.open(path), 'phone', { phone });
    expectTo(await browser.send(path, ask), path);
    const terms = await browser.open(path);
    const agreed = formAsking(terms, 'consent', { consent: valueOn(terms, 'consent') });
    const asked = await browser.open(await browser.send(path, agreed));
    const code = await cardCodeOnHandset(at.sandboxOrigin, phone);
    const told = listen(browser, order.payPath, () => isPaid(at, order));
    await browser.send(order.payPath, formAsking(asked, 'code', { code }));
    return told;
  },
};

/** The cardholder scans the code and pays; the gateway tells us in its own time. */
async function payAtGateway(at: PayingAt, { id }: PlacedOrder): Promise<void> {
  const { rows } = await at.query(
    `SELECT channel_order_no FROM attempts WHERE order_id = $1 ORDER BY created_at DESC LIMIT 1`,
    [id],
  );
  const response = await fetch(
    `${at.sandboxOrigin}/control/api/orders/${rows[0]?.channel_order_no}/pay`,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
  );
  await response.body?.cancel();
  if (!response.ok) throw new Error(`gateway: ${response.status}`);
}

export async function isPaid(at: PayingAt, { id }: PlacedOrder): Promise<boolean> {
  const { rows } = await at.query('SELECT state FROM orders WHERE id = $1', [id]);
  return rows[0]?.state === 'paid';
}

/** Hears the order's events from now on; what is answered waits for the one after which it is paid. */
function listen(browser: PlainBrowser, path: string, paid: () => Promise<boolean>) {
  const over = AbortSignal.timeout(PATIENCE_MS);
  const heard = (async () => {
    for (;;) {
      const response = await browser.fetch(`${path}/events`, { signal: over });
      if (response.status === 503) {
        // A process that is ending: the page comes again, and finds another.
        await pause(AGAIN_MS, undefined, { signal: over });
        continue;
      }
      if (!response.ok || !response.body) throw new Error(`events: ${response.status}`);
      for await (const _ of response.body) if (await paid()) return;
      // The process was asked to end; a page comes again.
    }
  })();
  // Looked at only once the payment is under way.
  heard.catch(() => undefined);
  return () => heard;
}

function expectTo(where: string, wanted: string): void {
  if (where !== wanted) throw new Error(`led elsewhere: ${where.split('/').at(-1)}`);
}

function stopwatch(): () => number {
  let lastMs = performance.now();
  return () => {
    const nowMs = performance.now();
    const took = nowMs - lastMs;
    lastMs = nowMs;
    return took;
  };
}
