import { spendBudget } from '@/lib/auth/budgets';
import { sendText } from '@/lib/auth/client';
import { isRefusal } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { findPayee } from '@/lib/payouts/find-payee';
import { openClaimPhone } from './refund-claim-phone';
import { proofText } from './refund-claim-rules';
import { type ClaimedCase, selectClaimedCase } from './refund-claim-store';

/**
 * Texts the shopper that the money has arrived, on which account and with which number of the bank's: to the
 * payer's known phone, or to nobody where there is none. Sent back meanwhile: nothing to tell any more.
 *
 * @throws Refusal code_not_sent: its job is done again
 */
export async function sendProof({ caseId }: { caseId: string }): Promise<void> {
  const known = await selectClaimedCase(caseId);
  const to = await destinationOf(known);
  if (!to) return;
  const phone = await openClaimPhone(known, 'refund proof');
  if (!phone) return;
  try {
    await spendBudget('claim-proof-day', caseId);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    log().warn({ caseId, code: error.code }, 'no proof is texted');
    return;
  }
  const { merchant, amount } = known;
  await sendText({ phone, text: proofText({ merchant, amount, to }) });
}

async function destinationOf({ state, payeeId, bankRef }: ClaimedCase) {
  if (state !== 'paid' || !payeeId) return undefined;
  const payee = await findPayee({ payeeId });
  if (payee?.kind === 'balance') return { kind: 'balance' } as const;
  if (!payee?.cardMasked || !bankRef) return undefined;
  const tail = payee.cardMasked.slice(-4);
  return { kind: 'card', bankName: payee.bankName ?? '', tail, bankRef } as const;
}
