import type { BankCard } from './bank-card';
import { selectLiveCards } from './bank-card-store';

/** A person's cards, the first one added first; removed ones are not among them. */
export const listBankCards = ({ personId }: { personId: string }): Promise<BankCard[]> =>
  selectLiveCards(personId);
