import { expect, inject, test } from 'vitest';
import { OPERATIONS } from '@/lib/api/operations';
import { newSortableNumber } from '@/lib/core/ids';
import { newApiClient } from '@/tests/support/api-client';
import { addressOf, freshBody } from '@/tests/support/api-subjects';

const { origin } = inject('stack');
const CHANGES = OPERATIONS.filter(({ body }) => body);

/** Every call that changes something, so that one that is added later is held to it, too. */
test.each(CHANGES.map((one) => [one.id, one] as const))(
  '%s: the same key gets the same stored answer and says so; any other request under it is refused',
  async (_, one) => {
    const shop = await newApiClient(origin);
    const address = await addressOf(one, shop);
    const body = JSON.stringify(freshBody(one));
    const key = { 'idempotency-key': newSortableNumber() };
    const send = (text: string, to = address) => shop.post(text, key, to, one.method);

    const first = await send(body);
    const text = await first.text();
    expect({ ok: first.ok, text }).toMatchObject({ ok: true });
    expect(first.headers.get('idempotency-hit')).toBeNull();
    const again = await send(body);
    expect([again.status, await again.text()]).toEqual([first.status, text]);
    expect(again.headers.get('idempotency-hit')).toBe('true');

    // The same words to another call are another request, too.
    const other = CHANGES.find(
      ({ id }) => id === (one.id === 'createOrder' ? 'createRefund' : 'createOrder'),
    );
    if (!other) throw new Error('no other call');
    const elsewhere = await shop.post(
      JSON.stringify(freshBody(other)),
      key,
      await addressOf(other, shop),
      other.method,
    );
    expect([elsewhere.status, (await elsewhere.json()).code]).toEqual([
      422,
      'idempotency_key_reused',
    ]);
  },
);

test('a charge by card is stored as it was answered first, whatever has become of it', async () => {
  const shop = await newApiClient(origin);
  const one = CHANGES.find(({ id }) => id === 'chargeAgreement');
  if (!one) throw new Error('no such call');
  const address = await addressOf(one, shop);
  const body = JSON.stringify(freshBody(one));
  const send = (key: string) => shop.post(body, { 'idempotency-key': key }, address);
  const answers = await Promise.all(['k1', 'k1', 'k1'].map(send));
  const done = answers.filter(({ ok }) => ok);
  for (const answer of answers.filter(({ ok }) => !ok)) {
    expect([answer.status, (await answer.json()).code]).toEqual([409, 'idempotency_in_progress']);
    expect(answer.headers.get('retry-after')).toBe('1');
  }
  const texts = await Promise.all(done.map((answer) => answer.text()));
  expect(new Set(texts).size).toBe(1);
  const { order } = JSON.parse(texts[0] ?? '');
  const paid = async () => (await (await shop.get(`/api/v1/orders/${order.id}`)).json()).state;
  await expect.poll(paid).toBe('paid');
  expect(await (await send('k1')).text()).toBe(texts[0]);
  expect(await (await send('k2')).json()).toMatchObject({
    order: { id: order.id, state: 'paid' },
    payment: { state: 'paid' },
  });
});
