import type { Payee } from './payee';
import { countSameCard } from './payee-store';

/** In how many other refunds of the last days that payee's card was named. */
export const countPayeeUses = async (
  { id, cardHash }: Pick<Payee, 'id' | 'cardHash'>,
  { days }: { days: number },
): Promise<number> => (cardHash ? countSameCard({ cardHash, days, but: id }) : 0);
