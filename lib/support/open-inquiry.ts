import { recordAudit } from '@/lib/audit/record-audit';
import { Refusal } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import { hasPersonalNumber } from '@/lib/core/personal-numbers';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { readOrder } from '@/lib/orders/read-order';
import type { FoundAttempt } from '@/lib/payments/found-attempt';
import { getAttemptDetail } from '@/lib/payments/get-attempt-detail';
import { listOrderAttempts } from '@/lib/payments/list-order-attempts';
import { resolveAttempt } from '@/lib/payments/resolve-attempt';
import type { InquiryItem } from './inquiry';
import { propose, wordOf } from './inquiry-rules';
import { insertInquiry, selectStandings } from './inquiry-store';

/** A shopper tries a few times; each try is a call to the channel, with somebody waiting for the answer. */
const MOST_ASKED = 10;

/**
 * "Paid but not credited": asks the channels about every payment of the order that could have been paid,
 * also those that had failed. What they say goes into the books as it always does: a payment that they
 * confirm pays the order, or is late money. Writes down what the shopper says, what the channels say and
 * what our books say, with what that comes to; answers the inquiry's id.
 *
 * @throws Refusal not_permitted, order_not_found, text_has_number
 */
export async function openInquiry({
  orderId,
  shopperWord,
  by,
}: {
  orderId: string;
  shopperWord: string;
  by: StaffActor;
}): Promise<string> {
  requireMay(by, 'inquiry.open');
  if (hasPersonalNumber(shopperWord)) throw new Refusal('text_has_number');
  await readOrder(orderId);
  const attempts = (await listOrderAttempts(orderId)).slice(0, MOST_ASKED);
  const items = await Promise.all(attempts.map((attempt) => askAbout(attempt, by)));
  const id = newId('inq');
  await inTransaction(async (tx) => {
    const order = await readOrder(orderId, tx);
    const payments = await selectStandings(orderId, tx);
    const subscribes = order.subscriptionPeriod !== null;
    const proposed = propose({ order: order.state, subscribes, payments });
    await insertInquiry(tx, { id, orderId, openedBy: by.id, shopperWord, items, proposed });
    await recordAudit(tx, {
      actor: by.id,
      action: 'inquiry.open',
      subjectType: 'order',
      subjectId: orderId,
      why: shopperWord,
      after: { inquiry: id, proposed },
    });
  });
  return id;
}

async function askAbout(
  attempt: Omit<FoundAttempt, 'merchantOrderNo'>,
  by: StaffActor,
): Promise<InquiryItem> {
  const { id: attemptId, method, channel, state: before } = attempt;
  const outcome = await resolveAttempt({ attemptId, actor: by.id, failedToo: true });
  const detail = await getAttemptDetail({ attemptId, by });
  return {
    attemptId,
    method,
    channel,
    channelOrderNo: detail.channelOrderNo,
    amountMinor: String(attempt.amount.amountMinor),
    before,
    said: wordOf(outcome),
    after: detail.state,
    answer: outcome?.evidence ?? detail.evidence ?? {},
  };
}
