import { newSortableNumber } from '@/lib/core/ids';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { ExternalRef } from '@/lib/ledger/chart';
import { closeAccount } from '@/lib/ledger/close-account';
import { freezeAccount } from '@/lib/ledger/freeze-account';
import { unfreezeAccount } from '@/lib/ledger/unfreeze-account';
import { setBalanceContract } from '@/lib/merchants/set-balance-contract';
import { cny } from '@/lib/money/money';
import type { TransferIn } from '@/lib/virtual-accounts/incoming-transfer';
import { openVirtualAccount } from '@/lib/virtual-accounts/open-virtual-account';
import { seedCustomer } from './customers';
import { seedMerchant } from './merchants';

/** A customer of a new merchant, with money or without, and the number to transfer to. */
export async function seedVirtualAccount({ balanceMinor = 0n } = {}) {
  const { id: merchantId } = await seedMerchant();
  const { customerId } = await seedCustomer({ merchantId, balanceMinor, paymentPassword: null });
  const ref: ExternalRef = { subject: 'customer_balance', owner: customerId };
  return { ref, number: await numberFor(ref), customerId, merchantId };
}

export const numberFor = async (ref: ExternalRef): Promise<string> =>
  (await inTransaction((tx) => openVirtualAccount(tx, ref))).number;

/** What the bank says about money that somebody sent to that number. */
export const transferIn = (number: string, given: Partial<TransferIn> = {}): TransferIn => ({
  channel: 'bank',
  bankReference: `B${newSortableNumber()}`,
  number,
  amount: cny(12_300n),
  payerName: '李四',
  payerAccount: '6222020200012345678',
  remark: '充值',
  ...given,
});

const change = { actor: 'test', cause: 'test' };
export const freeze = (account: ExternalRef) =>
  inTransaction((tx) => freezeAccount(tx, { account, ...change }));
export const unfreeze = (account: ExternalRef) =>
  inTransaction((tx) => unfreezeAccount(tx, { account, ...change }));
export const close = (account: ExternalRef) =>
  inTransaction((tx) => closeAccount(tx, { account, ...change }));
export const endContract = (merchantId: string) =>
  setBalanceContract({ merchantId, balanceContract: 'none' });
