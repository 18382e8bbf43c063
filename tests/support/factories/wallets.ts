import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import { postEntry } from '@/lib/ledger/post-entry';
import { PLATFORM_MERCHANT } from '@/lib/merchants/merchant';
import { setBalanceContract } from '@/lib/merchants/set-balance-contract';
import { cny } from '@/lib/money/money';
import { activateWallet } from '@/lib/wallets/activate-wallet';
import { bindCard } from '@/lib/wallets/bind-card';
import { balanceAccount } from '@/lib/wallets/rules';
import { someCardNo } from '../card-numbers';
import { someIdNo } from '../id-numbers';
import { somePhone } from '../phones';
import { seedShopper } from './customers';

export const PASSWORD = '135790';
const NAME = '王小明';

/** The platform may hold shoppers' money; without that there are no wallets. */
export const offerWallets = (balanceContract: 'none' | 'bank_custody' = 'bank_custody') =>
  setBalanceContract({ merchantId: PLATFORM_MERCHANT, balanceContract });

/** Each request from an address of its own: budgets are for other tests. */
export const someAddress = (): string => newSortableNumber();

/** A shopper, signed in once, and what they would say to open a wallet. */
export async function seedApplicant(phone = somePhone()) {
  const { userId } = await seedShopper(phone);
  const application = {
    userId,
    name: NAME,
    idNo: someIdNo(),
    paymentPassword: PASSWORD,
    address: someAddress(),
  };
  return { phone, userId, application };
}

/** An open wallet with money in it, if any is wanted. */
export async function seedWallet({ balanceMinor = 0n } = {}) {
  const { phone, userId, application } = await seedApplicant();
  const { customerId } = await activateWallet(application);
  if (balanceMinor > 0n) await fill(customerId, balanceMinor);
  const account = balanceAccount(customerId);
  return { phone, userId, idNo: application.idNo, customerId, account };
}

/** Money comes in by transfer. */
export async function fill(customerId: string, amountMinor: bigint): Promise<void> {
  const entryKey = `test:top-up:${newSortableNumber()}`;
  const amount = cny(amountMinor);
  await inTransaction((tx) =>
    postEntry(tx, { event: 'top_up', entryKey, businessRef: entryKey, amount, customerId }),
  );
}

export const bind = (userId: string, cardNo = someCardNo()) =>
  bindCard({ userId, cardNo, address: someAddress() });
