import { spendBudget } from '@/lib/auth/budgets';
import { payoutAdapter } from '@/lib/channels/registry';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { BankCard } from '@/lib/persons/bank-card';
import { keepBankCard } from '@/lib/persons/keep-bank-card';
import { openIdentity } from '@/lib/persons/open-identity';
import { recordVerification } from '@/lib/persons/record-verification';
import { getWalletAccount } from './get-wallet-account';
import { bankSource } from './rules';

/**
 * Adds a card once its bank has confirmed that it is the owner's own. Each bank is one more source
 * for who they are, which may raise the account's class.
 *
 * @throws Refusal card_mismatch, verification_unavailable, too_many_requests, bank_card_limit
 * {most}, wallet_not_activated, balance_not_offered
 */
export async function bindCard(given: {
  userId: string;
  /** As bankCardSchema gives it. */
  cardNo: string;
  /** Where the request came from, for counting. */
  address: string;
}): Promise<BankCard> {
  const { userId, cardNo } = given;
  const { person } = await getWalletAccount({ userId });
  await spendBudget('identity-user', userId);
  await spendBudget('identity-address', given.address);
  const identity = await openIdentity({ personId: person.id, actor: `user:${userId}` });
  const verdict = await payoutAdapter().verifyCard({ ...identity, cardNo });
  if (verdict.kind === 'mismatch') throw new Refusal('card_mismatch');
  if (verdict.kind === 'unknown') {
    throw new Refusal('verification_unavailable', { cause: verdict.cause });
  }
  const { bankName } = verdict;
  return inTransaction(async (tx) => {
    const card = await keepBankCard(tx, { personId: person.id, cardNo, bankName });
    await recordVerification(tx, { personId: person.id, source: bankSource(bankName) });
    return card;
  });
}
