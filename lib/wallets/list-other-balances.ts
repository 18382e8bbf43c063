import { listOwnAccounts } from '@/lib/customers/list-own-accounts';
import { balanceOf } from '@/lib/ledger/balance-of';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { PLATFORM_MERCHANT } from '@/lib/merchants/merchant';
import { balanceAccount } from './rules';
import type { OtherBalance } from './wallet';

/** What the user has at merchants that may hold balances; the platform's own wallet is not among it. */
export async function listOtherBalances({ userId }: { userId: string }): Promise<OtherBalance[]> {
  const own = await listOwnAccounts({ userId });
  const elsewhere = own.filter(({ merchantId }) => merchantId !== PLATFORM_MERCHANT);
  const found = await Promise.all(
    elsewhere.map(async ({ customerId, merchantId }) => {
      const [merchant, balance] = await Promise.all([
        getMerchant(merchantId),
        balanceOf(balanceAccount(customerId)),
      ]);
      return { customerId, merchant, balance };
    }),
  );
  return found
    .filter(({ merchant }) => merchant.balanceContract !== 'none')
    .map(({ customerId, merchant: { name, nameEn }, balance }) => ({
      customerId,
      merchant: { name, nameEn },
      balance,
    }));
}
