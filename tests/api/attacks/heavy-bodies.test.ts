import { expect, inject, test } from 'vitest';
import { readOrder } from '@/lib/orders/read-order';
import { newApiClient } from '@/tests/support/api-client';
import { orderInput, seedOrder } from '@/tests/support/factories/orders';
import { sendForm, serverForms } from '@/tests/support/server-forms';
import { holdOpen } from '@/tests/support/slow-connection';

const { origin } = inject('stack');

const many = (count: number, one: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => one(index)).join(',');

const BODIES: [string, number, string, () => string][] = [
  ['ten megabytes', 413, 'body_too_large', () => JSON.stringify({ subject: 'a'.repeat(1e7) })],
  [
    'a hundred thousand fields',
    413,
    'body_too_large',
    () => `{${many(100_000, (index) => `"f${index}":1`)}}`,
  ],
  // Within what may be sent at all.
  ['five thousand fields', 422, 'invalid_request', () => `{${many(5_000, (i) => `"f${i}":1`)}}`],
  [
    'thirty thousand brackets',
    400,
    'invalid_json',
    () => `${'['.repeat(15_000)}${']'.repeat(15_000)}`,
  ],
  [
    'objects within objects',
    400,
    'invalid_json',
    () => `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  ],
];

test.each(BODIES)(
  '%s are refused with %i %s, and the next call is served',
  async (_, status, code, body) => {
    const shop = await newApiClient(origin);
    const refused = await shop.post(body());
    expect(refused.status).toBe(status);
    expect(await refused.json()).toMatchObject({ code });
    expect((await shop.post(JSON.stringify(orderInput()))).status).toBe(201);
  },
);

test('a notice of ten megabytes is not read, whichever channel’s it says it is', async () => {
  for (const channel of ['unionpay', 'netsunion', 'carrier', 'bank']) {
    const answer = await fetch(`${origin}/api/channels/${channel}/notify`, {
      method: 'POST',
      body: Buffer.alloc(1e7, 'a'),
    });
    expect([400, 413]).toContain(answer.status);
  }
});

test('a form heavier than a megabyte does nothing, and pays nothing', async () => {
  const { id, payToken } = await seedOrder();
  const form = serverForms().find(({ at }) => at === '/pay/nothing');
  if (!form) throw new Error('no form of a payment page');
  const body = new FormData();
  body.append('1_method', 'balance');
  body.append('1_more', 'a'.repeat(2e6));
  body.append('0', '[{"status":"idle"},"$K1"]');
  const answer = await fetch(`${origin}/pay/${payToken}`, {
    method: 'POST',
    headers: { 'next-action': form.id, origin },
    body,
  });
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect((await readOrder(id)).state).toBe('open');
  // A lighter one is answered by the same process.
  const lighter = await sendForm(origin, { ...form, at: `/pay/${payToken}` }, { origin });
  expect(lighter.status).toBeLessThan(400);
});

test('three hundred who have begun to call and go no further hold up nobody', async () => {
  const { host } = new URL(origin);
  const headless = `POST /api/v1/orders HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `;
  const bodiless = `POST /api/v1/orders HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1000\r\nContent-Type: application/json\r\n\r\n{`;
  const held = await Promise.all(
    Array.from({ length: 300 }, (_, index) => holdOpen(origin, index % 2 ? headless : bodiless)),
  );
  try {
    const shop = await newApiClient(origin);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => shop.post(JSON.stringify(orderInput()))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
    const { payToken } = await seedOrder();
    expect((await fetch(`${origin}/pay/${payToken}`)).status).toBe(200);
    // They were there all the while.
    expect(held.filter((socket) => !socket.destroyed).length).toBeGreaterThan(140);
  } finally {
    for (const socket of held) socket.destroy();
  }
});
