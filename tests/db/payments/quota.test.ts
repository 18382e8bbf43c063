import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSortableNumber } from '@/lib/core/ids';
import { balanceOf } from '@/lib/ledger/balance-of';
import { checkBooks } from '@/lib/ledger/check-books';
import { PLATFORM_MERCHANT } from '@/lib/merchants/merchant';
import { setBalanceContract } from '@/lib/merchants/set-balance-contract';
import { cny } from '@/lib/money/money';
import { readOrder } from '@/lib/orders/read-order';
import { getCashier } from '@/lib/payments/get-cashier';
import { requestPaymentCode } from '@/lib/payments/request-payment-code';
import { startPayment } from '@/lib/payments/start-payment';
import { getQuota } from '@/lib/persons/get-quota';
import type { AccountClass } from '@/lib/persons/quota';
import { seedCustomer, seedShopper } from '@/tests/support/factories/customers';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { seedOrder } from '@/tests/support/factories/orders';
import { seedPerson } from '@/tests/support/factories/persons';
import { DESKTOP, PHONE } from '@/tests/support/hosts';
import { somePhone } from '@/tests/support/phones';
import { refusalCode } from '@/tests/support/refusal-code';
import { startSmsReceiver } from '@/tests/support/sms-receiver';

let sms: Awaited<ReturnType<typeof startSmsReceiver>>;

beforeAll(async () => {
  sms = await startSmsReceiver();
});
afterAll(async () => {
  await sms.stop();
  expect((await checkBooks()).findings).toEqual([]);
});

const PASSWORD = '135790';

/** A person with an account at each of so many merchants. */
async function makePayer({
  accountClass = 'III' as AccountClass | null,
  accounts = 1,
  balanceMinor = 2_000_000n,
} = {}) {
  const phone = somePhone();
  const { userId } = await seedShopper(phone);
  if (accountClass) await seedPerson({ userId, accountClass });
  const customers = [];
  for (let n = 0; n < accounts; n += 1) {
    const { id: merchantId } = await seedMerchant();
    customers.push({ merchantId, ...(await seedCustomer({ merchantId, userId, balanceMinor })) });
  }
  const [first = { merchantId: '', customerId: '', reference: '' }] = customers;
  return { phone, userId, customers, ...first };
}

const orderOf = (customer: { merchantId: string; reference: string }, amount: number) =>
  seedOrder({
    merchantId: customer.merchantId,
    customer_reference: customer.reference,
    amount,
  });

const pay = (
  token: string,
  userId: string | null,
  typed: { code?: string; paymentPassword?: string } = {},
) =>
  refusalCode(
    startPayment({
      token,
      method: 'balance',
      paymentPassword: PASSWORD,
      host: DESKTOP,
      actor: { userId },
      ...typed,
    }),
  );
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

test('crossing ¥1,000 on a day asks for a code, and with the right one it is paid', async () => {
  const payer = await makePayer();
  const { userId, phone } = payer;
  const small = await orderOf(payer, 100_000);
  expect(await pay(small.payToken, userId)).toBe('fine');

  const order = await orderOf(payer, 1);
  const token = order.payToken;
  expect(await pay(token, userId)).toBe('code_required');
  await requestPaymentCode({ token, actor: { userId } });
  const code = sms.codeFor(phone);
  expect(await pay(token, userId, { code: otherThan(code) })).toBe('confirmation_code_wrong');
  expect((await readOrder(order.id)).state).toBe('open');
  expect(await pay(token, userId, { code })).toBe('fine');
  expect((await readOrder(order.id)).state).toBe('paid');
  const quota = await getQuota({ userId, customerId: payer.customerId });
  expect(quota.day.used).toEqual(cny(100_001n));
});

test('a code is good for the order it was sent for, and a wrong password does not use it up', async () => {
  const payer = await makePayer();
  const { userId, phone } = payer;
  const [one, two] = [await orderOf(payer, 100_001), await orderOf(payer, 100_001)];
  await requestPaymentCode({ token: one.payToken, actor: { userId } });
  const code = sms.codeFor(phone);
  expect(await pay(two.payToken, userId, { code })).toBe('confirmation_code_wrong');
  expect(await pay(one.payToken, userId, { code, paymentPassword: '000000' })).toBe(
    'payment_password_wrong',
  );
  expect(await pay(one.payToken, userId, { code })).toBe('fine');
});

test('over ¥5,000 on a day, and over the class limit, nothing helps; the refusal says what is left', async () => {
  const payer = await makePayer();
  const much = await orderOf(payer, 500_001);
  const started = startPayment({
    token: much.payToken,
    method: 'balance',
    paymentPassword: PASSWORD,
    code: '123456',
    host: DESKTOP,
    actor: { userId: payer.userId },
  });
  await expect(started).rejects.toMatchObject({
    code: 'day_limit_exceeded',
    facts: { left: '¥5,000.00' },
  });
  const unknown = await makePayer({ accountClass: null });
  expect(await pay((await orderOf(unknown, 100_000)).payToken, unknown.userId)).toBe('fine');
  const one = await orderOf(unknown, 1);
  expect(await pay(one.payToken, unknown.userId)).toBe('class_limit_exceeded');
  expect((await readOrder(one.id)).state).toBe('open');
});

test('one person’s payments over many accounts at the same moment never pass the limit together', async () => {
  const payer = await makePayer({ accounts: 5 });
  const orders = await Promise.all(
    Array.from({ length: 20 }, (_, n) => orderOf(payer.customers[n % 5] ?? payer, 10_000)),
  );
  const answers = await Promise.all(orders.map((order) => pay(order.payToken, payer.userId)));
  expect(answers.filter((answer) => answer === 'fine')).toHaveLength(10);
  expect(new Set(answers)).toEqual(new Set(['fine', 'code_required']));
  const quota = await getQuota({ userId: payer.userId, customerId: payer.customerId });
  expect(quota.day).toMatchObject({ used: cny(100_000n), leftOneFactor: cny(0n) });
  const balances = await Promise.all(
    payer.customers.map(({ customerId: owner }) =>
      balanceOf({ subject: 'customer_balance', owner }),
    ),
  );
  expect(balances.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(9_900_000n);
});

test('two users who are one person share one limit', async () => {
  const one = await makePayer({ accountClass: null });
  const two = await makePayer({ accountClass: null });
  const { idNo } = await seedPerson({ userId: one.userId });
  await seedPerson({ userId: two.userId, idNo });
  expect(await pay((await orderOf(one, 60_000)).payToken, one.userId)).toBe('fine');
  expect(await pay((await orderOf(two, 40_001)).payToken, two.userId)).toBe('code_required');
  expect(await pay((await orderOf(two, 40_000)).payToken, two.userId)).toBe('fine');
});

test('a payment that was refused for want of money uses up no limit', async () => {
  const payer = await makePayer({ balanceMinor: 5_000n });
  const { userId, customerId } = payer;
  expect(await pay((await orderOf(payer, 6_000)).payToken, userId)).toBe('insufficient_funds');
  expect((await getQuota({ userId, customerId })).day.used).toEqual(cny(0n));
});

test('a stranger hears of limits after the right password only', async () => {
  const payer = await makePayer();
  const order = await orderOf(payer, 100_001);
  expect(await pay(order.payToken, null, { paymentPassword: '000000' })).toBe(
    'payment_password_wrong',
  );
  expect(await pay(order.payToken, null)).toBe('code_required');
});

test('an account that nobody has proved to own gets no code', async () => {
  const { id: merchantId } = await seedMerchant();
  const { reference } = await seedCustomer({ merchantId });
  const { payToken: token } = await orderOf({ merchantId, reference }, 1_000);
  expect(await refusalCode(requestPaymentCode({ token, actor: { userId: null } }))).toBe(
    'sign_in_required',
  );
});

test('the owner sees what is left before paying', async () => {
  const payer = await makePayer({ accountClass: 'II' });
  await pay((await orderOf(payer, 99_999)).payToken, payer.userId);
  const order = await orderOf(payer, 2);
  const offerFor = async (userId: string | null) =>
    (await getCashier({ token: order.payToken, userId, host: PHONE })).offers.find(
      ({ method }) => method === 'balance',
    );
  expect(await offerFor(payer.userId)).toMatchObject({
    available: true,
    quota: {
      leftToday: cny(400_001n),
      period: 'year',
      leftInPeriod: cny(9_900_001n),
      needsCode: true,
    },
  });
  expect(await offerFor(null)).not.toHaveProperty('quota');
  const much = await orderOf(payer, 400_002);
  const { offers } = await getCashier({ token: much.payToken, userId: payer.userId, host: PHONE });
  expect(offers.at(-1)).toMatchObject({ method: 'balance', reason: 'day_limit_exceeded' });
});

test('the signed-in person’s platform wallet pays where both have a contract', async () => {
  const phone = somePhone();
  const { userId } = await seedShopper(phone);
  const reference = newSortableNumber();
  const wallet = await seedCustomer({ merchantId: PLATFORM_MERCHANT, reference, userId });
  const [open, closed] = [await seedMerchant(), await seedMerchant({ balanceContract: 'none' })];
  const placed = await seedOrder({ merchantId: open.id, amount: 1_000 });
  await setBalanceContract({ merchantId: PLATFORM_MERCHANT, balanceContract: 'none' });
  expect(await pay(placed.payToken, userId)).toBe('method_unavailable');
  await setBalanceContract({ merchantId: PLATFORM_MERCHANT, balanceContract: 'licensed' });
  const elsewhere = await seedOrder({ merchantId: closed.id, amount: 1_000 });
  expect(await pay(elsewhere.payToken, userId)).toBe('method_unavailable');
  expect(await pay(placed.payToken, null)).toBe('method_unavailable');
  expect(await pay(placed.payToken, userId)).toBe('fine');
  const left = await balanceOf({ subject: 'customer_balance', owner: wallet.customerId });
  expect(left).toEqual(cny(9_000n));
});
