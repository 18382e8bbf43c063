import { expect, test } from 'vitest';
import { readIdempotencyKey } from '@/app/_server/idempotency-key';
import { Cashier } from '@/lib/sdk/client';
import { CashierProblem, CashierUnreachable } from '@/lib/sdk/problem';
import { startLocalGateway } from '../../support/local-gateway';

interface Heard {
  method?: string;
  url?: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}
type Reply = { status: number; body?: string; headers?: Record<string, string> };

/** A cashier that answers the nth request with the nth reply, the last one for ever. */
async function cashierThatSays(...replies: Reply[]) {
  const heard: Heard[] = [];
  const server = await startLocalGateway(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { method, url, headers } = request;
    const n = heard.push({ method, url, headers, body: Buffer.concat(chunks).toString() });
    const {
      status,
      body = '',
      headers: more = {},
    } = replies[Math.min(n, replies.length) - 1] ?? {
      status: 500,
    };
    response.writeHead(status, { 'Content-Type': 'application/json', ...more }).end(body);
  });
  const options = { origin: `${server.origin}/`, apiKey: 'sk_test_x', backOffMs: 1 };
  return { ...server, heard, cashier: new Cashier(options), options };
}

const ORDER = {
  merchant_order_no: 'A-1',
  amount: 1,
  currency: 'CNY',
  subject: 'x',
  goods: 'digital',
} as const;
const OK = { status: 201, body: '{"id":"ord_1","pay_url":"https://x.example/pay/1"}' };
const problem = (status: number, code: string, more: object = {}): Reply => ({
  status,
  body: JSON.stringify({ code, title: 'No', status, doc_url: 'https://d', ...more }),
});

test('a call carries the key, one idempotency key through all tries, and its body as JSON', async () => {
  const { cashier, heard, close } = await cashierThatSays(
    { status: 503 },
    problem(409, 'idempotency_in_progress'),
    OK,
  );
  const order = await cashier.createOrder(ORDER);
  await close();
  expect(order.pay_url).toBe('https://x.example/pay/1');
  expect(heard).toHaveLength(3);
  expect(heard[0]).toMatchObject({ method: 'POST', url: '/api/v1/orders' });
  expect(heard[0]?.headers.authorization).toBe('Bearer sk_test_x');
  expect(JSON.parse(heard[0]?.body ?? '')).toEqual(ORDER);
  const keys = new Set(heard.map(({ headers }) => headers['idempotency-key']));
  expect(keys.size).toBe(1);
  expect([...keys][0]).toMatch(/^"[\w-]{36}"$/);
});

test('a key of one’s own goes as it is, whatever it holds, and who gives up waits no longer', async () => {
  const { cashier, heard, close } = await cashierThatSays(OK, {
    ...problem(429, 'rate_limited'),
    headers: { 'Retry-After': '20' },
  });
  await cashier.createOrder(ORDER, { idempotencyKey: 'a "b" \\c' });
  const patience = new AbortController();
  const asked = cashier.createOrder(ORDER, { signal: patience.signal });
  await expect.poll(() => heard.length).toBe(2);
  patience.abort();
  await expect(asked).rejects.toThrow();
  await close();
  const sent = new Headers({ 'idempotency-key': String(heard[0]?.headers['idempotency-key']) });
  expect(readIdempotencyKey(sent)).toBe('a "b" \\c');
  expect(heard).toHaveLength(2);
});

test('ids are one part of the path each, and blanks of a query are left out', async () => {
  const { cashier, heard, close } = await cashierThatSays({ status: 200, body: '{"orders":[]}' });
  await cashier.listOrders({ state: 'paid', customer_reference: 'a&b=张', limit: undefined });
  await cashier.getOrder('../x?y');
  await close();
  expect(new URL(`http://x${heard[0]?.url}`).searchParams.get('customer_reference')).toBe('a&b=张');
  expect(heard[0]?.url).not.toContain('limit');
  expect(heard[0]?.headers['idempotency-key']).toBeUndefined();
  expect(heard[1]?.url).toBe('/api/v1/orders/..%2Fx%3Fy');
});

test('a refusal comes as what it is, at once', async () => {
  const errors = [{ path: 'amount', problem: 'must be …' }];
  const { cashier, heard, close } = await cashierThatSays(
    problem(422, 'invalid_request', { errors, request_id: 'req_1' }),
  );
  const refused = await cashier.createOrder(ORDER).catch((error: unknown) => error);
  await close();
  expect(refused).toBeInstanceOf(CashierProblem);
  expect(refused).toMatchObject({
    status: 422,
    code: 'invalid_request',
    docUrl: 'https://d',
    requestId: 'req_1',
    errors,
  });
  expect(heard).toHaveLength(1);
});

test('who is too fast waits as long as asked, unless that is too long to wait', async () => {
  const slow = await cashierThatSays(
    { ...problem(429, 'rate_limited'), headers: { 'Retry-After': '1' } },
    OK,
  );
  const before = performance.now();
  await slow.cashier.createOrder(ORDER);
  await slow.close();
  expect(performance.now() - before).toBeGreaterThanOrEqual(990);
  const never = await cashierThatSays({
    ...problem(429, 'rate_limited'),
    headers: { 'Retry-After': '3600' },
  });
  const refused = await never.cashier.createOrder(ORDER).catch((error: unknown) => error);
  await never.close();
  expect(refused).toMatchObject({ code: 'rate_limited', retryAfter: 3600 });
  expect(never.heard).toHaveLength(1);
});

test('without an answer nobody knows: that is said after the last try, and a redirect is not followed', async () => {
  const { cashier, heard, close, origin } = await cashierThatSays({
    status: 302,
    headers: { Location: '/elsewhere' },
  });
  await expect(cashier.createOrder(ORDER)).rejects.toBeInstanceOf(CashierUnreachable);
  expect(heard).toHaveLength(3);
  await close();
  const gone = new Cashier({ origin, apiKey: 'k', retries: 0 });
  await expect(gone.getOrder('ord_1')).rejects.toBeInstanceOf(CashierUnreachable);
});

test('a page of somebody on the way is a problem, too', async () => {
  const { options, close } = await cashierThatSays({ status: 404, body: '<html>' });
  const found = await new Cashier(options).getOrder('ord_1').catch((error: unknown) => error);
  await close();
  expect(found).toMatchObject({ code: 'http_404', status: 404, body: { detail: '<html>' } });
});
