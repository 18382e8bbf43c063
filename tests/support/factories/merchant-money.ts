import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { postEntry } from '@/lib/ledger/post-entry';
import { cny } from '@/lib/money/money';
import { setMerchantAccount } from '@/lib/payouts/set-merchant-account';
import { CARD, HOLDER } from '../known-account';
import { memberWithCode } from '../make-member';
import { seedCustomer } from './customers';

/** Money on a merchant's own account (a real entry), and an account at the bank that it can be paid out to. */
export async function seedMerchantMoney({
  merchantId,
  amountMinor = 50_000n,
}: {
  merchantId: string;
  amountMinor?: bigint;
}): Promise<void> {
  const { customerId } = await seedCustomer({ merchantId, balanceMinor: amountMinor });
  const transferKey = newSortableNumber();
  await inTransaction((tx) =>
    postEntry(tx, {
      event: 'transfer',
      entryKey: `test:merchant-money:${transferKey}`,
      businessRef: transferKey,
      amount: cny(amountMinor),
      from: { subject: 'customer_balance', owner: customerId },
      to: { subject: 'merchant_balance', owner: merchantId },
    }),
  );
  const { by, code } = await memberWithCode({ merchantId });
  await setMerchantAccount({ by, code, cardNo: CARD, name: HOLDER });
}
