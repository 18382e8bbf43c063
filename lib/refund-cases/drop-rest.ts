import type { Tx } from '@/lib/core/db';
import { forgetPayee } from '@/lib/payouts/forget-payee';
import { markVoid } from './proposal-store';
import type { RefundCase } from './refund-case';

/** What a case no longer names: its proposal is void and its approvals count for nothing. */
export async function dropProposal(
  tx: Tx,
  { proposalId }: Pick<RefundCase, 'proposalId'>,
  reason: string,
): Promise<void> {
  if (proposalId) await markVoid(tx, { proposalId, reason });
}

/** Nothing will be sent there (any more): what was kept of the payee is destroyed. */
export async function dropPayee(tx: Tx, { payeeId }: Pick<RefundCase, 'payeeId'>): Promise<void> {
  if (payeeId) await forgetPayee(tx, { payeeId });
}
