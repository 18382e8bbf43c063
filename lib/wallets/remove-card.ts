import { removeBankCard } from '@/lib/persons/remove-bank-card';
import { getWalletAccount } from './get-wallet-account';

/**
 * Takes a card of the owner's own off the list; payouts under way to it go on.
 *
 * @throws Refusal not_found, wallet_not_activated, balance_not_offered
 */
export async function removeCard({
  userId,
  bankCardId,
}: {
  userId: string;
  bankCardId: string;
}): Promise<void> {
  const { person } = await getWalletAccount({ userId });
  await removeBankCard({ personId: person.id, bankCardId });
}
