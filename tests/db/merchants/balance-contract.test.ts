import { expect, test } from 'vitest';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { PLATFORM_MERCHANT } from '@/lib/merchants/merchant';
import { setBalanceContract } from '@/lib/merchants/set-balance-contract';
import { ensurePlatform } from '@/prisma/seed/platform';
import { seedMerchant } from '@/tests/support/factories/merchants';
import { refusalCode } from '@/tests/support/refusal-code';

test('the ground for balances can change, and goes away with the contract', async () => {
  const { id: merchantId } = await seedMerchant({ balanceContract: 'licensed' });
  expect((await getMerchant(merchantId)).balanceContract).toBe('licensed');
  await setBalanceContract({ merchantId, balanceContract: 'none' });
  expect((await getMerchant(merchantId)).balanceContract).toBe('none');
});

test('the platform comes with the tables, and in the demo with a bank’s custody', async () => {
  await ensurePlatform();
  expect(await getMerchant(PLATFORM_MERCHANT)).toMatchObject({ balanceContract: 'bank_custody' });
});

test('nobody has a contract without being a party', async () => {
  const unknown = setBalanceContract({ merchantId: 'mer_nobody', balanceContract: 'licensed' });
  expect(await refusalCode(unknown)).toBe('not_found');
});
