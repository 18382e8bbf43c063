import { databaseNow } from '@/lib/core/clock';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { failPoint } from '@/lib/core/fail-point';
import { newSortableNumber } from '@/lib/core/ids';
import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import type { Agreement, ChannelAgreement } from './agreement';
import { moveChannelAgreement, selectChannelAgreements } from './channel-agreement-store';
import { destroyElements } from './elements';
import { endAtChannel } from './end-at-channel';
import { isAgreementId } from './rules';
import { hasLiveAttempt, lockAgreementRow, moveAgreement } from './store';

/**
 * Unbinds a card. For us it is gone in one commit, with its elements; each channel is told after it,
 * and again until it has confirmed. A signing in doubt is ended as soon as it turns out signed.
 * Again it changes nothing.
 *
 * Refusals: agreement_not_found (somebody else's, too), agreement_in_use (a payment by it is undecided),
 * not_permitted (a member's role)
 */
export async function endAgreement(given: {
  agreementId: string;
  by: By;
}): Promise<{ agreementId: string }> {
  const { agreementId, by } = given;
  if ('merchantRole' in by) requireMerchantMay(by, 'agreement.end');
  const ending = await inTransaction(async (tx) => {
    const agreement = isAgreementId(agreementId)
      ? await lockAgreementRow(tx, agreementId)
      : undefined;
    if (!agreement || !isOf(agreement, by) || agreement.state === 'failed') {
      throw new Refusal('agreement_not_found', { agreementId });
    }
    return agreement.state === 'ended' ? [] : endHere(tx, agreement, by);
  });
  failPoint('end.committed');
  for (const row of ending) await endAtChannel(row);
  return { agreementId };
}

/** The holder, or the merchant: its server, or one of its members. */
type By = { userId: string } | { merchantId: string } | MerchantActor;

const isOf = (agreement: Agreement, by: By): boolean =>
  'userId' in by ? agreement.userId === by.userId : agreement.merchantId === by.merchantId;

function actorOf(by: By): string {
  if ('userId' in by) return `user:${by.userId}`;
  return 'merchantRole' in by ? `user:${by.id}` : `merchant:${by.merchantId}`;
}

async function endHere(tx: Tx, agreement: Agreement, by: By): Promise<ChannelAgreement[]> {
  if (await hasLiveAttempt(tx, agreement.id)) {
    throw new Refusal('agreement_in_use', { agreementId: agreement.id });
  }
  const who = {
    actor: actorOf(by),
    cause: 'unbound',
  };
  const now = await databaseNow(tx);
  const ending: ChannelAgreement[] = [];
  for (const row of await selectChannelAgreements(agreement.id, tx)) {
    if (row.state === 'active') {
      const set = { endNo: newSortableNumber(), endRequestedAt: now, nextAskAt: now };
      ending.push(await moveChannelAgreement(tx, row, { ...who, event: 'end', set }));
    } else if (row.state === 'created' || row.state === 'code_sent') {
      const set = { failureReason: 'cancelled', nextAskAt: null };
      await moveChannelAgreement(tx, row, { ...who, event: 'fail', set });
    }
  }
  const set = { endedAt: now, elementsItemId: null };
  await moveAgreement(tx, agreement, { ...who, event: 'end', set });
  await destroyElements(tx, agreement.elementsItemId);
  return ending;
}
