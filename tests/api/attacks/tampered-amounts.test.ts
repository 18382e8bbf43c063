import { expect, inject, test } from 'vitest';
import { pool } from '@/lib/core/db';
import { readOrder } from '@/lib/orders/read-order';
import { selectLiveAttempt } from '@/lib/payments/store';
import { newApiClient } from '@/tests/support/api-client';
import { orderInput } from '@/tests/support/factories/orders';
import { makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { postPayForm } from '@/tests/support/pay-form';

const { origin } = inject('stack');

/** What a form could be thought to take as the sum, the currency, the order or whose money it is. */
const NAMES =
  'amount amountMinor amount_minor amountFen fen price total sum txnAmt currency currencyCode txnCurrency order orderId order_id merchant merchantId customer customerId payee discount fee state';
const VALUES = ['1', '-1', '99999999999999999999'];

const tampered = (value: string): Record<string, string> =>
  Object.fromEntries(NAMES.split(' ').map((name) => [name, value]));

/** What that order has cost that customer, by the books' own lines. */
async function takenFrom(customerId: string): Promise<string[]> {
  const { rows } = await pool().query<{ said: string }>(
    `SELECT l.side || ' ' || l.amount_minor || ' ' || e.currency AS said
     FROM ledger_lines l
     JOIN ledger_entries e ON e.id = l.entry_id
     JOIN ledger_accounts a ON a.id = l.account_id
     WHERE a.owner_id = $1 AND e.event <> 'top_up'`,
    [customerId],
  );
  return rows.map(({ said }) => said);
}

test.each(VALUES)(
  '%j in every field of money costs the shopper what the order costs',
  async (value) => {
    const { order, customerId } = await makePayableOrder();
    const form = { ...tampered(value), method: 'balance', paymentPassword: PASSWORD };
    const answer = await postPayForm(`${origin}/pay/${order.payToken}`, form, { origin });
    expect(answer.status).toBe(303);
    expect(await readOrder(order.id)).toMatchObject({ state: 'paid', amount: order.amount });
    expect(await takenFrom(customerId)).toEqual(['debit 6800 CNY']);
  },
);

test('a payment page is sent for the order’s amount and currency, whatever its form says', async () => {
  const { order } = await makePayableOrder();
  const url = `${origin}/pay/${order.payToken}`;
  const answer = await postPayForm(
    url,
    { ...tampered('1'), method: 'quickpass' },
    {
      origin,
      'user-agent': 'Mozilla/5.0 (Linux; Android 15) Chrome/140.0.0.0 Mobile Safari/537.36',
    },
  );
  expect(answer.status).toBe(303);
  const attempt = await selectLiveAttempt(order.id);
  expect(attempt).toMatchObject({ amount: order.amount, orderId: order.id });
  const step = attempt?.nextStep;
  if (step?.type !== 'post-form') throw new Error('the payer was not sent to the gateway');
  expect(step.fields).toMatchObject({ txnAmt: '6800', currencyCode: '156' });
});

test.each([
  { amount: 0 },
  { amount: -1 },
  { amount: 1.5 },
  { amount: '6800' },
  { amount: 1e21 },
  { amount: null },
  { amount: [6800] },
  { amount: { amount: 6800 } },
  { currency: 'USD' },
  { currency: 'cny' },
  { currency: '' },
  { currency: 156 },
])('an order of %j is refused, and is none', async (wrong) => {
  const shop = await newApiClient(origin);
  const refused = await shop.post(JSON.stringify({ ...orderInput(), ...wrong }));
  expect([400, 422]).toContain(refused.status);
  const { rows } = await pool().query('SELECT id FROM orders WHERE merchant_id = $1', [
    shop.merchant.id,
  ]);
  expect(rows).toEqual([]);
});
