import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import { expireOrder, isPayable } from '../gateway/expire-order';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';
import { formatFen } from '../web/format';
import { chooseLanguage } from '../web/language';
import { cancelInApp, cancelInput, payInApp, payInput } from './act-in-app';
import { HOST_SCRIPT, UPSDK_SCRIPT } from './host-script';
import { showPhone } from './show-phone';

const JAVASCRIPT = { 'Content-Type': 'text/javascript; charset=UTF-8' };

/** The phone's page, the scripts that play it in the cashier's page, and what those call. */
export function phoneRoutes(simulator: Simulator) {
  const app = new Hono();
  const { store, config } = simulator;

  app.get('/phone', (c) => c.html(showPhone(simulator, chooseLanguage(c))));
  app.get('/phone/host.js', (c) => c.body(HOST_SCRIPT, 200, JAVASCRIPT));
  app.get('/phone/upsdk.js', (c) => c.body(UPSDK_SCRIPT, 200, JAVASCRIPT));

  // The scripts run in pages of another origin; a TN can't be guessed, and no cookie counts here.
  app.use('/phone/api/*', cors());

  app.get('/phone/api/capabilities', (c) =>
    c.json({ sdkWap: store.readContract().permissions.sdk_wap }),
  );

  app.get('/phone/api/orders/:tn', (c) => {
    const order = findOrder(c);
    if (!order) return c.json({ error: 'unknown_tn' }, 404);
    const { txnAmt = '0', orderDesc } = order.request;
    return c.json({
      tn: order.tn,
      merchant: order.request.merAbbr || order.request.subMerAbbr || config.merchantName,
      amount: `¥${formatFen(txnAmt)}`,
      orderDesc,
      expiresAt: new Date(order.payableUntilMs ?? 0).toISOString(),
      payable: isPayable(order),
      sdkWap: store.readContract().permissions.sdk_wap,
      silent: order.behaviour.host === 'silent',
    });
  });

  app.post('/phone/api/orders/:tn/pay', async (c) => {
    const input = payInput.safeParse(await readJson(c));
    const order = findOrder(c);
    if (!order) return c.json({ error: 'unknown_tn' }, 404);
    if (!input.success) return c.json({ error: 'bad_input' }, 400);
    return c.json(payInApp(simulator, order, input.data));
  });

  app.post('/phone/api/orders/:tn/cancel', async (c) => {
    const input = cancelInput.safeParse(await readJson(c));
    const order = findOrder(c);
    if (!order) return c.json({ error: 'unknown_tn' }, 404);
    if (!input.success) return c.json({ error: 'bad_input' }, 400);
    return c.json(cancelInApp(simulator, order, input.data.surface));
  });

  function findOrder(c: Context): OrderRecord | undefined {
    const order = store.findOrderByTn(c.req.param('tn') ?? '');
    return order && expireOrder(simulator, order);
  }

  return app;
}

/** Sent as plain text, so that the browser need not ask first; what is no JSON fits no schema. */
const readJson = (c: Context): Promise<unknown> => c.req.json().catch(() => undefined);
