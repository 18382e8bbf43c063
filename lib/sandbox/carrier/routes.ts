import { randomUUID, timingSafeEqual } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Simulator } from '../simulator';
import { type Bindings, dropConnection, holdConnection } from '../web/connection';
import { createPayment } from './create-payment';
import { type Carrier, findSubscriber, isCarrier } from './numbers';
import { preparePayment } from './prepare-payment';
import {
  retrievePayment,
  retrievePayments,
  retrieveRefund,
  retrieveRefunds,
  retrieveRemaining,
} from './questions';
import { createRefund } from './refunds';
import { fail, invalid, type Reply } from './reply';
import { takeLookupBehaviour } from './scripts';
import { cancelPayment, confirmPayment, validatePayment } from './second-steps';
import { grantToken, judgeToken, type Scope } from './tokens';
import { lookupRequest } from './wire-schema';

type CarrierContext = Context<{ Bindings: Bindings }>;
interface Call {
  carrier: Carrier;
  id: string;
  refundId: string;
  /** undefined: no JSON. */
  body: unknown;
  query: Record<string, string[]>;
  origin: string;
}

const CORRELATOR = /^[a-zA-Z0-9-_:;./<>{}]{0,256}$/;

/** The carriers as servers of CAMARA's Carrier Billing 0.5 and Carrier Billing Refund 0.3. */
export function carrierRoutes(simulator: Simulator) {
  const app = new Hono<{ Bindings: Bindings }>().basePath('/carriers');

  const handle = (scope: Scope, act: (call: Call) => Reply) => async (c: CarrierContext) => {
    const correlator = c.req.header('x-correlator');
    if (correlator !== undefined && !CORRELATOR.test(correlator)) return send(c, invalid());
    // Echoed; a caller that sent none is told what we call it.
    c.header('x-correlator', correlator ?? randomUUID());
    return send(c, await judge(c, scope, act));
  };

  async function judge(c: CarrierContext, scope: Scope, act: (call: Call) => Reply) {
    const { carrier = '', id = '', refundId = '' } = c.req.param() as Record<string, string>;
    if (!isCarrier(carrier)) return fail(404, 'NOT_FOUND');
    const authorization = c.req.header('authorization');
    const verdict = judgeToken(simulator, { authorization, carrier, scope });
    if (verdict === 'unknown') return fail(401, 'UNAUTHENTICATED');
    if (verdict === 'forbidden') return fail(403, 'PERMISSION_DENIED');
    const isJson = /^application\/json(;|$)/i.test(c.req.header('content-type') ?? '');
    const body = isJson ? await c.req.json().catch(() => undefined) : undefined;
    const { origin } = new URL(c.req.url);
    return act({ carrier, id, refundId, body, query: c.req.queries(), origin });
  }

  function send(c: CarrierContext, reply: Reply): Response | Promise<Response> {
    if (reply.kind === 'drop') return dropConnection(c);
    if (reply.kind === 'hold') return holdConnection(c, simulator.config.holdMs);
    const json = { 'Content-Type': 'application/json' };
    if (reply.kind === 'garbage') return c.body('{"paymentId":"', 200, json);
    const { status, body, headers = {} } = reply;
    const text = body === undefined ? null : JSON.stringify(body);
    return c.newResponse(text, status as 200, { ...headers, ...(text === null ? {} : json) });
  }

  app.post('/:carrier/oauth2/token', async (c) => {
    const carrier = c.req.param('carrier');
    if (!isCarrier(carrier)) return c.notFound();
    const form = new URLSearchParams(await c.req.text());
    const authorization = c.req.header('authorization');
    const { status, body } = grantToken(simulator, carrier, { authorization, form });
    if (status === 401) c.header('WWW-Authenticate', 'Basic realm="carrier"');
    return c.json(body, status);
  });

  app.post('/number-lookup', async (c) => {
    if (!knowsKey(c.req.header('authorization') ?? '')) return c.json({ error: 'key' }, 401);
    const asked = lookupRequest.safeParse(await c.req.json().catch(() => undefined));
    if (!asked.success) return c.json({ error: 'bad_input' }, 400);
    const { phoneNumber } = asked.data;
    const scripted = takeLookupBehaviour(simulator, phoneNumber.replace(/^\+86/, ''));
    if (scripted === 'error') return c.json({ error: 'internal' }, 500);
    if (scripted) return send(c, { kind: scripted === 'drop' ? 'drop' : 'hold' });
    const found = findSubscriber(phoneNumber);
    if (!found) return c.json({ error: 'not_found' }, 404);
    const { carrier, province, ported } = found;
    return c.json({ phoneNumber, carrier, province, ported });
  });

  function knowsKey(authorization: string): boolean {
    const right = Buffer.from(`Bearer ${simulator.config.carrierLookupKey}`);
    const given = Buffer.from(authorization);
    return given.length === right.length && timingSafeEqual(given, right);
  }

  const payments = '/:carrier/carrier-billing/v0.5/payments';
  const CREATE: Scope = 'carrier-billing:payments:create';
  const READ: Scope = 'carrier-billing:payments:read';
  const WRITE: Scope = 'carrier-billing:payments:write';
  app.post(
    payments,
    handle(CREATE, (call) => createPayment(simulator, call.carrier, call.body)),
  );
  app.get(
    payments,
    handle(READ, (call) => retrievePayments(simulator, call.carrier, call.query)),
  );
  app.post(
    `${payments}/prepare`,
    handle(CREATE, (call) => preparePayment(simulator, call.carrier, call)),
  );
  app.get(
    `${payments}/:id`,
    handle(READ, (call) => retrievePayment(simulator, call.carrier, call.id)),
  );
  app.post(
    `${payments}/:id/validate`,
    handle(WRITE, (call) => validatePayment(simulator, call.carrier, call)),
  );
  app.post(
    `${payments}/:id/confirm`,
    handle(WRITE, (call) => confirmPayment(simulator, call.carrier, call)),
  );
  app.post(
    `${payments}/:id/cancel`,
    handle(WRITE, (call) => cancelPayment(simulator, call.carrier, call)),
  );

  const refunds = '/:carrier/carrier-billing-refund/v0.3/payments/:id/refunds';
  const REFUND: Scope = 'carrier-billing-refund:refunds:create';
  const ASK: Scope = 'carrier-billing-refund:refunds:read';
  app.post(
    refunds,
    handle(REFUND, (call) => createRefund(simulator, call.carrier, call)),
  );
  app.get(
    refunds,
    handle(ASK, (call) => retrieveRefunds(simulator, call.carrier, call)),
  );
  app.get(
    `${refunds}/remaining-amount`,
    handle(ASK, (call) => retrieveRemaining(simulator, call.carrier, call.id)),
  );
  app.get(
    `${refunds}/:refundId`,
    handle(ASK, (call) => retrieveRefund(simulator, call.carrier, call)),
  );
  return app;
}
