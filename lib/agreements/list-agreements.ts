import { databaseNow } from '@/lib/core/clock';
import type { AgreementView } from './agreement-view';
import { selectOwnActive } from './store';
import { viewOf } from './view-rules';

/** A signed-in person's bound cards at one merchant, the newest first. */
export async function listAgreements(by: {
  merchantId: string;
  userId: string;
}): Promise<AgreementView[]> {
  const [agreements, now] = await Promise.all([selectOwnActive(by), databaseNow()]);
  return agreements.map((agreement) => viewOf(agreement, now));
}
