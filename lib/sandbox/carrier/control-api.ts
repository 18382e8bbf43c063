import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { normalisePhone } from '../handset/normalise-phone';
import type { Simulator } from '../simulator';
import { actOnPayment, isPaymentAction } from './act-on-payment';
import { describeForTests } from './describe-for-tests';
import { CARRIER_NAMES, isCarrier } from './numbers';
import type { CarrierPayment } from './records';
import { actionSchema, scriptSchema } from './schema';
import { addScript } from './scripts';
import { writeStatement } from './statement';

/** The JSON side of the carriers' control room, for tests. */
export function carrierControlApi(simulator: Simulator) {
  const app = new Hono().basePath('/control/api/carrier');
  const { carriers } = simulator.store;

  app.post('/script', async (c) => {
    const input = scriptSchema.safeParse(await readJson(c));
    if (!input.success) return badInput(c, input.error);
    return c.json({ script: addScript(simulator, input.data) }, 201);
  });
  app.get('/script', (c) => c.json({ scripts: carriers.listScripts() }));

  app.post('/revoke-tokens', (c) => {
    carriers.revokeTokens(Date.now());
    return c.json({ ok: true });
  });

  app.get('/payments', (c) => {
    const { clientCorrelator, phone } = c.req.query();
    const found =
      clientCorrelator !== undefined
        ? findByName(clientCorrelator)
        : phone !== undefined
          ? carriers.listPaymentsFrom(normalisePhone(phone))
          : carriers.listPayments();
    return c.json({ payments: found.map((payment) => describeForTests(simulator, payment)) });
  });

  /** Somebody at the carrier, or the payer, decides something about a payment. */
  app.post('/payments/:name/:action', async (c) => {
    const { name, action } = c.req.param();
    if (!isPaymentAction(action)) return c.json({ error: 'unknown_action' }, 404);
    const [payment] = findByName(name);
    if (!payment) return c.json({ error: 'unknown_payment' }, 404);
    const input = actionSchema.safeParse(await readJson(c));
    if (!input.success) return badInput(c, input.error);
    const after = actOnPayment(simulator, payment, action, input.data);
    return after
      ? c.json({ payment: describeForTests(simulator, after) })
      : c.json({ error: 'state' }, 409);
  });

  app.get('/statement', (c) => {
    const asked = statementQuery.safeParse(c.req.query());
    if (!asked.success) return badInput(c, asked.error);
    const { carrier, month, serviceId, share_millionths: shareMillionths } = asked.data;
    const text = writeStatement(simulator, { carrier, month, serviceId, shareMillionths });
    return c.body(text, 200, { 'Content-Type': 'text/csv; charset=UTF-8' });
  });

  /** By the carrier's number of a payment, or by ours. */
  function findByName(name: string): CarrierPayment[] {
    const byId = carriers.findPayment(name);
    if (byId) return [byId];
    return CARRIER_NAMES.flatMap(
      (carrier) => carriers.findPaymentByCorrelator(carrier, name) ?? [],
    );
  }

  return app;
}

const statementQuery = z.strictObject({
  carrier: z.string().refine(isCarrier),
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  serviceId: z.string().min(1).optional(),
  share_millionths: z.coerce.number().int().min(0).max(1_000_000).default(0),
});

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
