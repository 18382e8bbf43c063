import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { scriptSchema } from '../behaviour/schema';
import { rotateEncryption } from '../certificates/load-certificates';
import { changeContract } from '../contract/change-contract';
import { contractChange } from '../contract/schema';
import { expireOrder } from '../gateway/expire-order';
import { normalisePhone } from '../handset/normalise-phone';
import type { Simulator } from '../simulator';
import { type ActionName, actionSchemas, actOnOrder } from './act-on-order';
import { addScript } from './add-script';
import { describeOrder } from './describe-order';

/** The JSON side of the control room, for tests. */
export function controlApi(simulator: Simulator) {
  const app = new Hono().basePath('/control/api');
  const { store } = simulator;

  app.post('/script', async (c) => {
    const input = scriptSchema.safeParse(await readJson(c));
    if (!input.success) return badInput(c, input.error);
    return c.json({ script: addScript(simulator, input.data) }, 201);
  });

  app.get('/script', (c) => c.json({ scripts: store.listScripts() }));

  app.get('/orders', (c) => {
    const orderId = c.req.query('orderId');
    const orders = store
      .listOrders()
      .filter((order) => orderId === undefined || order.request.orderId === orderId)
      .map((order) => describeOrder(simulator, expireOrder(simulator, order)));
    return c.json({ orders });
  });

  app.post('/orders/:orderId/:action', async (c) => {
    const { orderId, action } = c.req.param();
    if (!isAction(action)) return c.json({ error: 'unknown_action' }, 404);
    const order = store.listOrders().findLast((one) => one.request.orderId === orderId);
    if (!order) return c.json({ error: 'unknown_order' }, 404);
    const input = actionSchemas[action].safeParse(await readJson(c));
    if (!input.success) return badInput(c, input.error);
    const result = await actOnOrder(simulator, order, action, input.data);
    if (!result.done) return c.json({ error: result.reason }, 409);
    const { results } = result;
    return c.json({ order: describeOrder(simulator, result.order), results });
  });

  app.get('/contract', (c) => c.json({ contract: store.readContract() }));

  app.post('/contract', async (c) => {
    const change = contractChange.safeParse(await readJson(c));
    if (!change.success) return badInput(c, change.error);
    return c.json({ contract: changeContract(store, change.data) });
  });

  app.get('/tokens', (c) => c.json({ tokens: store.listTokens() }));

  app.post('/rotate-encryption', async (c) => {
    const { certId } = await rotateEncryption(simulator.config.dataDir, simulator.certificates);
    return c.json({ certId });
  });

  app.post('/reset', (c) => {
    store.reset();
    simulator.dueWork.plan();
    return c.json({ ok: true });
  });

  app.get('/sms', (c) => {
    const phone = normalisePhone(c.req.query('phone') ?? '');
    const messages = store
      .listMessagesTo(phone)
      .map(({ text, atMs }) => ({ text, at: new Date(atMs).toISOString() }));
    return c.json({ messages });
  });

  return app;
}

function isAction(name: string): name is ActionName {
  return Object.hasOwn(actionSchemas, name);
}

/** A missing body means "no wishes"; one that is no JSON fails the schema. */
async function readJson(c: Context): Promise<unknown> {
  const text = await c.req.text();
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function badInput(c: Context, error: z.ZodError) {
  return c.json({ error: 'bad_input', detail: z.prettifyError(error) }, 400);
}
