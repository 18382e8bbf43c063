import { hashPassword } from '@/lib/core/password';
import { inTransaction } from '@/lib/core/unit-of-work';
import { ensureCustomer } from '@/lib/customers/ensure-customer';
import { keepFirstPassword } from '@/lib/customers/keep-first-password';
import { TEST_SHOPPER } from '@/lib/demo/shop';
import { postEntry } from '@/lib/ledger/post-entry';
import { PLATFORM_MERCHANT } from '@/lib/merchants/merchant';
import { cny } from '@/lib/money/money';
import { identifyPerson } from '@/lib/persons/identify-person';
import { keepBankCard } from '@/lib/persons/keep-bank-card';
import { recordVerification } from '@/lib/persons/record-verification';
import { openVirtualAccount } from '@/lib/virtual-accounts/open-virtual-account';
import { balanceAccount, bankSource, IDENTITY_SOURCE } from '@/lib/wallets/rules';

/** The simulated bank knows this person and these cards, as its own page says. */
const PERSON = { name: '张三', idNo: '110101199003070038' };
const CARDS = [
  { cardNo: '6200000000000005', bankName: '测试银行' },
  { cardNo: '6222000000000009', bankName: '样例银行' },
];
const FIRST_TRANSFER = cny(58_800n);

/** An open wallet: three sources (the register and two banks) make it class II, and there is money in it. */
export async function ensureWallet({ userId }: { userId: string }): Promise<void> {
  const passwordHash = await hashPassword(TEST_SHOPPER.paymentPassword);
  await inTransaction(async (tx) => {
    const { personId } = await identifyPerson(tx, { userId, ...PERSON });
    await recordVerification(tx, { personId, source: IDENTITY_SOURCE });
    for (const card of CARDS) {
      await keepBankCard(tx, { personId, ...card });
      await recordVerification(tx, { personId, source: bankSource(card.bankName) });
    }
    const owner = { merchantId: PLATFORM_MERCHANT, reference: userId, userId };
    const { customerId } = await ensureCustomer(owner, tx);
    await keepFirstPassword(tx, { customerId, passwordHash });
    await openVirtualAccount(tx, balanceAccount(customerId));
    await postEntry(tx, {
      event: 'top_up',
      entryKey: 'demo:top-up:wallet',
      businessRef: 'demo:top-up:wallet',
      amount: FIRST_TRANSFER,
      customerId,
    });
  });
}
