import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import type { RefundCase } from './refund-case';
import { isContradicted, isInDoubt } from './standing-store';

/**
 * What stands in the way of paying anybody. refund_in_doubt: nobody knows whether another refund of the
 * payment went through, so nobody knows what is left. case_payout_contradicted: the bank says of an earlier
 * try that it had refused that it paid it after all.
 */
export async function unclearOf(
  tx: Tx,
  { id, attemptId }: RefundCase,
): Promise<'refund_in_doubt' | 'case_payout_contradicted' | undefined> {
  if (await isContradicted(id, tx)) return 'case_payout_contradicted';
  return (await isInDoubt(attemptId, tx)) ? 'refund_in_doubt' : undefined;
}

/** @throws Refusal refund_in_doubt, case_payout_contradicted */
export async function refuseUnclear(tx: Tx, known: RefundCase): Promise<void> {
  const unclear = await unclearOf(tx, known);
  if (unclear) throw new Refusal(unclear, { caseId: known.id });
}

/** What the bank has paid is nobody else's. Refusal: case_payout_contradicted */
export async function refuseContradicted(tx: Tx, { id: caseId }: RefundCase): Promise<void> {
  if (await isContradicted(caseId, tx)) throw new Refusal('case_payout_contradicted', { caseId });
}
