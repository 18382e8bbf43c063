import pg from 'pg';
import { afterEach, expect, test, vi } from 'vitest';
import { selectCondition } from '@/lib/channel-health/condition-store';
import { countCall } from '@/lib/channel-health/count-call';
import { createMaintenance } from '@/lib/channel-health/create-maintenance';
import { findChannelCondition } from '@/lib/channel-health/find-channel-condition';
import { listChannelHealth } from '@/lib/channel-health/list-channel-health';
import { listMaintenance } from '@/lib/channel-health/list-maintenance';
import { findContract } from '@/lib/contracts/find-contract';
import { getContract } from '@/lib/contracts/get-contract';
import { setContract } from '@/lib/contracts/set-contract';
import { pool } from '@/lib/core/db';
import { inTransaction } from '@/lib/core/unit-of-work';
import { findLedgerAccount } from '@/lib/ledger/find-ledger-account';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { cny } from '@/lib/money/money';
import { readOrder } from '@/lib/orders/read-order';
import { getCashier } from '@/lib/payments/get-cashier';
import { startPayment } from '@/lib/payments/start-payment';
import { selectAttempts } from '@/lib/payments/store';
import { selectStory } from '@/lib/payments/story-store';
import { getQuota } from '@/lib/persons/get-quota';
import { READER } from '@/tests/support/any-staff';
import { makePayableOrder, PASSWORD } from '@/tests/support/factories/payable-order';
import { PHONE } from '@/tests/support/hosts';

afterEach(async () => {
  vi.restoreAllMocks();
  await pool().query('TRUNCATE channel_call_counts, channel_breakers, maintenance_windows');
});

test('a view of the ways to pay asks the database six times, each a prepared statement', async () => {
  const { order } = await makePayableOrder();
  const view = { token: order.payToken, userId: null, host: PHONE };
  const query = vi.spyOn(pg.Client.prototype, 'query');
  expect((await getCashier(view)).offers).not.toEqual([]);
  const asked = query.mock.calls.map(([statement]: unknown[]) => statement as { name?: string });
  expect(asked.flatMap(({ name }) => name ?? []).sort()).toEqual([
    'channel_condition',
    'customer',
    'ledger_account',
    'live_contracts',
    'order_story',
    'return_signer',
  ]);
  expect(asked).toHaveLength(6);
});

test('an order’s story is what its rows say, each read by itself', async () => {
  const { order, merchantId } = await makePayableOrder();
  expect(await selectStory(order.payToken)).toMatchObject({ attempts: [], scannedAt: null });
  const host = PHONE;
  const pay = {
    token: order.payToken,
    method: 'balance',
    host,
    paymentPassword: PASSWORD,
  } as const;
  await startPayment({ ...pay, actor: { userId: null } });
  const story = await selectStory(order.payToken);
  expect(story?.order).toEqual(await readOrder(order.id));
  expect(story?.order).toMatchObject({ state: 'paid', amount: cny(6800n) });
  expect(story?.attempts).toEqual(await selectAttempts(order.id));
  expect(story?.attempts).toHaveLength(1);
  expect(story?.merchant).toEqual(await getMerchant(merchantId));
});

const by = { id: 'usr', staffRole: 'operator' } as const;

test('how the channels are doing reads alike in one statement and in two', async () => {
  const called = { channel: 'netsunion', operation: 'pay' } as const;
  await countCall({ ...called, result: 'answered' });
  await countCall({ ...called, result: 'failed' });
  const startsAt = new Date(Date.now() - 60_000);
  const endsAt = new Date(Date.now() + 3_600_000);
  await createMaintenance({ channel: 'unionpay', startsAt, endsAt, reason: '例行', by });
  const { health, windows } = await selectCondition();
  expect(health).toEqual(await listChannelHealth({ by: READER }));
  expect(health).toMatchObject([{ ...called, calls: 2, successRate: 0.5 }]);
  expect(windows).toEqual(await listMaintenance({ by: READER }));
  expect((await findChannelCondition()).maintenance).toEqual({ unionpay: { until: endsAt } });
});

test('a contract, an account and a quota read alike by themselves and within a transaction', async () => {
  const { merchantId, customerId } = await makePayableOrder();
  const contractId = await setContract({
    ...{ channel: 'unionpay', merchantId, by, cause: 'agreed' },
    channelContract: { merchantNo: '777290058110097', access: { type: 'merchant' } },
    terms: {
      ...{ permissions: ['qr'], debitCostMillionths: 3_800, creditCostMillionths: 5_500 },
      ...{ least: cny(100n), most: cny(5_000_000n), hours: '06:00-24:00' },
    },
  });
  expect(await findContract({ merchantId, channel: 'unionpay' })).toEqual(
    await getContract(contractId, 'unionpay'),
  );
  const ref = { subject: 'customer_balance', owner: customerId } as const;
  const account = await findLedgerAccount(ref);
  expect(account?.available).toEqual(cny(10_000n));
  expect(await inTransaction((tx) => findLedgerAccount(ref, tx))).toEqual(account);
  const payer = { userId: null, customerId };
  expect(await inTransaction((tx) => getQuota(payer, tx))).toEqual(await getQuota(payer));
});
