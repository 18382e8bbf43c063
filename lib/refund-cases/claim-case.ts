import type { Tx } from '@/lib/core/db';
import { dropPayee, dropProposal } from './drop-rest';
import type { RefundCase } from './refund-case';
import { lockCase, moveCase } from './store';

/**
 * The shopper has named where the money goes, or corrected it: whoever was named before is forgotten,
 * and what was proposed for them is void, approvals and all. Within the caller's transaction.
 *
 * @throws Refusal not_found, state_conflict (everybody has approved, or it has ended)
 */
export async function claimCase(
  tx: Tx,
  given: { caseId: string; payeeId: string; actor: string; cause: string },
): Promise<RefundCase> {
  const { caseId, payeeId, actor, cause } = given;
  const known = await lockCase(tx, caseId);
  const moved = await moveCase(tx, known, {
    event: 'claim',
    actor,
    cause,
    set: { payeeId, proposalId: null },
  });
  await dropProposal(tx, known, 'the payee was corrected');
  if (known.payeeId !== payeeId) await dropPayee(tx, known);
  return moved;
}
