import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { findCustomer } from '@/lib/customers/find-customer';
import type { ExternalRef } from '@/lib/ledger/chart';
import { findBankCard } from '@/lib/persons/find-bank-card';
import { getQuota } from '@/lib/persons/get-quota';
import type { Quota } from '@/lib/persons/quota';

/**
 * Withdrawals go from one's own balance to one's own card: the actor owns the account, and the card
 * is the same person's. Merchants and the platform are nobody's person and have no such card.
 *
 * @throws Refusal not_permitted
 */
export async function requireOwnCard(
  tx: Tx,
  { account, bankCardId, actor }: { account: ExternalRef; bankCardId: string; actor: string },
): Promise<Quota> {
  const refusal = new Refusal('not_permitted', { bankCardId });
  if (account.subject !== 'customer_balance') throw refusal;
  const customerId = account.owner;
  const customer = await findCustomer(customerId, tx);
  if (customer?.userId !== actor) throw refusal;
  const card = await findBankCard({ bankCardId }, tx);
  // The payer of an identified user is the person, which is what a card belongs to.
  const quota = await getQuota({ userId: actor, customerId }, tx);
  if (card?.personId !== quota.payerId) throw refusal;
  return quota;
}
