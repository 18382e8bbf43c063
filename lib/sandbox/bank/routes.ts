import { type Context, Hono } from 'hono';
import type { Simulator } from '../simulator';
import { type Bindings, dropConnection } from '../web/connection';
import { describeMovement, describePayout } from './describe';
import { bankOf, isHolder, isOwnPhone, isPerson } from './known-people';
import { listMovements, readMovement } from './read-movements';
import { receivePayout } from './receive-payout';
import { cardRequest, identityRequest, payoutRequest } from './schema';
import { signReply, verifyCall } from './sign';

type BankContext = Context<{ Bindings: Bindings }>;
type Reply = { status: 200 | 400 | 404 | 409; content: object } | 'drop';

const BAD_INPUT: Reply = { status: 400, content: { error: 'bad_input' } };
const NOT_FOUND: Reply = { status: 404, content: { error: 'not_found' } };

/** The bank's interface for the platform. Every call is signed, and so is every answer to one. */
export function bankRoutes(simulator: Simulator) {
  const app = new Hono<{ Bindings: Bindings }>();
  const { store } = simulator;

  const signed = (answer: (body: unknown, c: BankContext) => Reply) => async (c: BankContext) => {
    const { bankSecret } = simulator.config;
    const { pathname, search } = new URL(c.req.url);
    const body = Buffer.from(await c.req.arrayBuffer());
    const call = { method: c.req.method, path: pathname + search, body };
    const to = verifyCall(bankSecret, { ...call, header: (name) => c.req.header(name) });
    if (!to) return c.json({ error: 'not_authentic' }, 401);
    const reply = answer(readJson(body), c);
    if (reply === 'drop') return dropConnection(c);
    const text = JSON.stringify(reply.content);
    const headers = signReply(bankSecret, { to, status: reply.status, body: text });
    return c.body(text, reply.status, { ...headers, 'Content-Type': 'application/json' });
  };

  app.post(
    '/bank/payouts',
    signed((body) => {
      const request = payoutRequest.safeParse(body);
      if (!request.success) return BAD_INPUT;
      const receipt = receivePayout(simulator, request.data);
      if (receipt.kind === 'lost') return 'drop';
      if (receipt.kind === 'conflict') return { status: 409, content: { error: 'conflict' } };
      const { payout } = receipt;
      if (receipt.kind === 'accepted' && payout.behaviour.lose === 'reply') return 'drop';
      return { status: 200, content: describePayout(payout) };
    }),
  );

  app.get(
    '/bank/payouts/:no',
    signed((_, c) => {
      const payout = store.findPayout(c.req.param('no') ?? '');
      return payout ? { status: 200, content: describePayout(payout) } : NOT_FOUND;
    }),
  );

  app.get(
    '/bank/movements',
    signed((_, c) => {
      const page = listMovements(store, c.req.query());
      return page ? { status: 200, content: page } : BAD_INPUT;
    }),
  );

  app.get(
    '/bank/movements/:reference',
    signed((_, c) => {
      const found = readMovement(store, c.req.param('reference') ?? '');
      if (found === 'drop') return 'drop';
      return found ? { status: 200, content: describeMovement(found) } : NOT_FOUND;
    }),
  );

  app.post(
    '/bank/verify-identity',
    signed((body) => {
      const request = identityRequest.safeParse(body);
      if (!request.success) return BAD_INPUT;
      const { name, idNo, phone } = request.data;
      return { status: 200, content: { match: isPerson(name, idNo) && isOwnPhone(phone) } };
    }),
  );

  app.post(
    '/bank/verify-card',
    signed((body) => {
      const request = cardRequest.safeParse(body);
      if (!request.success) return BAD_INPUT;
      const { name, idNo, cardNo } = request.data;
      const bankName = bankOf(cardNo);
      const match = bankName !== undefined && isPerson(name, idNo) && isHolder(cardNo, name);
      return { status: 200, content: match ? { match, bankName } : { match } };
    }),
  );

  return app;
}

function readJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    // A question has no body, and one that is no JSON fits no schema.
    return undefined;
  }
}
