import type { FourElements, SignFailureReason } from '@/lib/channels/agreement-port';
import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { addChannelAgreement } from './add-channel-agreement';
import type { ChannelAgreement, CodeSent } from './agreement';
import { selectChannelAgreements } from './channel-agreement-store';
import type { SigningTerms } from './channel-terms';
import { spendCodeBudget } from './code-budget';
import { refuseSigning } from './refuse-signing';
import { anotherMayDiffer } from './rules';
import { sendCode } from './send-code';
import { OPEN } from './states';
import { lockAgreementRow } from './store';

/**
 * Has the first of the channels that will send a code for this signing. What one refuses for a reason
 * that another may not share goes to the next before the shopper is told anything.
 *
 * @throws Refusal the most telling of the channels' reasons (see rules.ts), when none is left;
 * state_conflict, too_many_requests, card_already_bound (the channel had signed it before)
 */
export async function askChannels(given: {
  agreementId: string;
  elements: FourElements;
  terms: readonly SigningTerms[];
  /** What channels asked before have said. */
  reasons?: readonly SignFailureReason[];
  actor: string;
}): Promise<CodeSent> {
  const { agreementId, elements, terms, actor } = given;
  const reasons = [...(given.reasons ?? [])];
  for (const each of terms) {
    await spendCodeBudget(elements.phone);
    const row = await addRow(agreementId, each);
    const { sent, reason, row: settled } = await sendCode({ row, elements, actor });
    if (sent) return sent;
    if (settled.state === 'active') throw new Refusal('card_already_bound', { agreementId });
    // Unbound, or begun anew, meanwhile.
    if (!reason) throw new Refusal('state_conflict', { agreementId });
    reasons.push(reason);
    if (!anotherMayDiffer(reason)) break;
  }
  return refuseSigning({ agreementId, elements, reasons, actor });
}

/** T1: one channel at a time has an open signing of this card. */
async function addRow(agreementId: string, terms: SigningTerms): Promise<ChannelAgreement> {
  return inTransaction(async (tx) => {
    const agreement = await lockAgreementRow(tx, agreementId);
    const rows = await selectChannelAgreements(agreementId, tx);
    if (agreement?.state !== 'signing' || rows.some(({ state }) => OPEN.includes(state))) {
      throw new Refusal('state_conflict', { agreementId });
    }
    return addChannelAgreement(tx, { agreementId, terms, withCode: true });
  });
}
