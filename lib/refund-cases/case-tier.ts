import { db, type Tx } from '@/lib/core/db';
import { cny } from '@/lib/money/money';
import type { Payee } from '@/lib/payouts/payee';
import { type Tier, tierOf } from './approval-rules';
import type { RefundCase } from './refund-case';
import { claimPhoneOf } from './refund-claim-phone';
import { selectClaimedCase } from './refund-claim-store';
import { sumSameWay } from './standing-store';

/** So long refunds to one card are looked at together: in parts nothing passes under a tier. */
const TOGETHER_DAYS = 30;

/** Who has to agree that this case pays this payee, as things are at this moment. */
export async function caseTier(
  { id: caseId, attemptId }: RefundCase,
  payee: Payee,
  tx: Tx = db(),
): Promise<Tier> {
  const { cardHash } = payee;
  const days = TOGETHER_DAYS;
  const amount = cny(await sumSameWay({ caseId, attemptId, cardHash, days }, tx));
  const { source } = claimPhoneOf(await selectClaimedCase(caseId, tx));
  return tierOf({ amount, payee, phoneByShop: source === 'order' });
}
