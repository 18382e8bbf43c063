import type { AgreementView } from '@/lib/agreements/agreement-view';
import { listAgreements } from '@/lib/agreements/list-agreements';
import { selectLastTries } from './store';

/** A signed-in person's bound cards at one merchant: the one bound or paid with last comes first. */
export async function listOwnCards(by: {
  merchantId: string;
  userId: string;
}): Promise<AgreementView[]> {
  const cards = await listAgreements(by);
  const tried = await selectLastTries(cards.map(({ id }) => id));
  const at = ({ id, activatedAt }: AgreementView): number =>
    Math.max(tried.get(id)?.getTime() ?? 0, activatedAt?.getTime() ?? 0);
  return cards.sort((a, b) => at(b) - at(a));
}
