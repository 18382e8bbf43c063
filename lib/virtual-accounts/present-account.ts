import type { LedgerAccount } from '@/lib/ledger/account';
import { titleOf } from '@/lib/ledger/sentence';
import type { StatementLine } from '@/lib/ledger/statement';
import type { EntryAnswer, VirtualAccountAnswer } from './schema';

/** A customer's account as the merchant API shows it; one that never moved has no row in the ledger yet. */
export const presentAccount = ({
  number,
  customerId,
  account,
}: {
  number: string;
  customerId: string;
  account: Pick<LedgerAccount, 'balance' | 'held' | 'available' | 'state'> | undefined;
}): VirtualAccountAnswer => ({
  number,
  customer_id: customerId,
  currency: 'CNY',
  state: account?.state ?? 'active',
  balance: Number(account?.balance.amountMinor ?? 0n),
  held: Number(account?.held.amountMinor ?? 0n),
  available: Number(account?.available.amountMinor ?? 0n),
});

/** A movement as the merchant API shows it. */
export const presentEntry = (line: StatementLine): EntryAnswer => ({
  id: line.id,
  event: line.event,
  title: { zh: titleOf(line.event, 'zh-CN'), en: titleOf(line.event, 'en') },
  direction: line.direction,
  amount: Number(line.amount.amountMinor),
  balance_after: Number(line.balanceAfter.amountMinor),
  reference: line.businessRef,
  day: line.accountingDate,
  posted_at: line.postedAt.toISOString(),
});
