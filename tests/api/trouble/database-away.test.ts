import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest';
import { createLinkKey } from '@/lib/merchants/create-link-key';
import { type AnotherApp, startAnotherApp } from '@/tests/support/another-app';
import { whileDatabaseIsAway } from '@/tests/support/api-answers';
import { newApiClient } from '@/tests/support/api-client';
import { type DatabaseGate, startDatabaseGate } from '@/tests/support/database-gate';
import { linkFields, orderInput, seedOrder } from '@/tests/support/factories/orders';
import { makeMember } from '@/tests/support/make-member';
import { makeStaff } from '@/tests/support/make-staff';
import { sessionCookie } from '@/tests/support/room-doors';
import { SOON } from '@/tests/support/soon';

const { env, databaseUrl } = inject('stack');
/** What an answer shows that was meant for the log. */
const INSIDE = /Prisma|ECONNREFUSED|too many connections|SQLSTATE|node_modules|\bat \w+ \(/;
const HTML = { accept: 'text/html' };

let gate: DatabaseGate;
let app: AnotherApp;
let asks: Record<string, () => Promise<Response>>;
beforeAll(async () => {
  gate = await startDatabaseGate(databaseUrl);
  app = await startAnotherApp('trouble', { ...env, DATABASE_URL: gate.url });
  asks = await makeAsks(app.origin);
});
afterAll(async () => {
  await app.stop();
  await gate.close();
});

/** One of each kind of address, as those ask who come there. */
async function makeAsks(origin: string): Promise<typeof asks> {
  const shop = await newApiClient(origin);
  const { id: merchantId } = shop.merchant;
  const link = linkFields({ merchantId, ...(await createLinkKey({ merchantId })) });
  const { payToken } = await seedOrder({ merchantId });
  const { url } = await (
    await shop.post(
      JSON.stringify({ subject: '会员年费', goods: 'digital', currency: 'CNY', amount: 1 }),
      {},
      '/api/v1/payment-links',
    )
  ).json();
  const staff = await sessionCookie({ role: 'office', id: (await makeStaff('admin')).id });
  const member = await sessionCookie({ role: 'merchant', id: (await makeMember()).id });
  const at = (path: string, headers: Record<string, string> = HTML) =>
    fetch(`${origin}${path}`, { headers });
  return {
    'merchant API, read': () => shop.get('/api/v1/orders'),
    'merchant API, change': () => shop.post(JSON.stringify(orderInput())),
    'signed link': () => at(`/pay?${new URLSearchParams(link)}`),
    'page of a payment link': () => at(new URL(url).pathname),
    'payment page': () => at(`/pay/${payToken}`),
    'payment page, by a program': () => at(`/pay/${payToken}`, {}),
    'what an open payment page asks': () => at(`/pay/${payToken}/status`, {}),
    receipt: () => at(`/pay/${payToken}/receipt`),
    'page of the office': () => at('/office/audit', { ...HTML, cookie: staff }),
    'download of the office': () => at('/office/audit/log.csv', { cookie: staff }),
    'page of a merchant': () => at('/merchant/orders', { ...HTML, cookie: member }),
    notice: () => fetch(`${origin}/api/channels/bank/notify`, { method: 'POST', body: '{}' }),
    ready: () => at('/api/ready', {}),
  };
}

const statuses = async (): Promise<Record<string, number>> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(asks).map(async ([name, ask]) => {
        const answer = await ask();
        await answer.text();
        return [name, answer.status] as const;
      }),
    ),
  );

test.each([
  ['nobody listens where the database was', () => gate.shut()],
  ['PostgreSQL has no connection left', () => gate.exhaust()],
] as const)(
  '%s: every kind of address answers 503 and when to come again, and the process recovers by itself',
  async (_, trouble) => {
    const before = await statuses();
    for (const [name, status] of Object.entries(before)) {
      expect([name, status < 500]).toEqual([name, true]);
    }
    await trouble();
    whileDatabaseIsAway(true);
    try {
      for (const [name, ask] of Object.entries(asks)) {
        const answer = await ask();
        const again = Number(answer.headers.get('retry-after'));
        expect([name, answer.status, again > 0 || name === 'ready']).toEqual([name, 503, true]);
        expect(withoutScripts(await answer.text())).not.toMatch(INSIDE);
      }
    } finally {
      await gate.open();
    }
    await vi.waitFor(async () => expect(await statuses()).toEqual(before), SOON);
    whileDatabaseIsAway(false);
  },
);

test('a call that was told 503 is done once by its repetition', async () => {
  const shop = await newApiClient(app.origin);
  const [body, key] = [JSON.stringify(orderInput()), { 'idempotency-key': crypto.randomUUID() }];
  await gate.shut();
  whileDatabaseIsAway(true);
  try {
    const refused = await shop.post(body, key);
    expect([refused.status, (await refused.json()).code]).toEqual([503, 'temporarily_unavailable']);
  } finally {
    await gate.open();
  }
  const placed = await vi.waitFor(async () => {
    const answer = await shop.post(body, key);
    expect(answer.status).toBe(201);
    return answer.json();
  }, SOON);
  whileDatabaseIsAway(false);
  expect(await (await shop.post(body, key)).json()).toEqual(placed);
});

/** What a browser shows or a program reads. */
const withoutScripts = (text: string): string =>
  text.replace(/<script[\s\S]*?<\/script>|<link[^>]*>/g, '');
