import { expect, test, vi } from 'vitest';
import { CONTRACT_CHANNELS } from '@/lib/contracts/contract';
import { findContracts } from '@/lib/contracts/find-contracts';
import type { env } from '@/lib/core/env';
import { ensureLiveTwin } from '@/lib/merchants/ensure-live-twin';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { selectStory } from '@/lib/payments/story-store';
import { findTestOutcome } from '@/lib/test-mode/find-test-outcome';
import { setTestOutcome } from '@/lib/test-mode/set-test-outcome';
import { openAccountByApi } from '@/lib/virtual-accounts/open-account-by-api';
import { seedCustomer } from '@/tests/support/factories/customers';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { makeOrderFor } from '@/tests/support/factories/payable-order';
import { refusalCode } from '@/tests/support/refusal-code';

// All as it is, but the channels move real money.
vi.mock('@/lib/core/env', async (original) => {
  const real = await original<{ env: typeof env }>();
  return { ...real, env: () => ({ ...real.env(), CASHIER_ENV: 'production' }) };
});

test('where channels move real money, a test merchant reaches none of them and its twin does', async () => {
  const { id: merchantId } = await seedMerchant();
  const { id: liveId } = await ensureLiveTwin(merchantId);
  const channelsOf = async (id: string) =>
    (await findContracts({ merchantId: id, channels: CONTRACT_CHANNELS })).map(
      ({ channel }) => channel,
    );
  expect(await channelsOf(merchantId)).toEqual([]);
  expect(await channelsOf(liveId)).toContain('unionpay');
});

test('… and no outcome can be chosen, although a simulator is named', async () => {
  const { id: merchantId } = await seedMerchant();
  const { payToken: token } = await makeOrderFor(merchantId);
  expect(await findTestOutcome(token)).toBeUndefined();
  expect(await refusalCode(setTestOutcome({ token, outcome: 'declined' }))).toBe('order_not_found');
});

test('… nor has it a contract for balances, whatever its row says: nothing real is paid in or rests there', async () => {
  const { id: merchantId } = await seedMerchant({ balanceContract: 'bank_custody' });
  const { id: liveId } = await ensureLiveTwin(merchantId);
  expect((await getMerchant(merchantId)).balanceContract).toBe('none');
  expect((await getMerchant(liveId)).balanceContract).toBe('bank_custody');
  const { payToken } = await makeOrderFor(merchantId);
  expect((await selectStory(payToken))?.merchant.balanceContract).toBe('none');
  const { customerId } = await seedCustomer({ merchantId, reference: 'alice' });
  const open = openAccountByApi({ merchantId, customerId, idempotencyKey: 'open-1' });
  expect(await refusalCode(open)).toBe('balance_not_offered');
});
