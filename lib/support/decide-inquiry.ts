import { recordAudit } from '@/lib/audit/record-audit';
import { verifyCheckerCode } from '@/lib/auth/verify-checker-code';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { enqueueJob } from '@/lib/core/queue';
import { mayDo, requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { lockOrder } from '@/lib/orders/lock-order';
import type { Order } from '@/lib/orders/order';
import { readOrder } from '@/lib/orders/read-order';
import { acceptLatePayment } from '@/lib/payments/accept-late-payment';
import { readAttempt } from '@/lib/payments/read-attempt';
import type { Inquiry, InquiryDecision } from './inquiry';
import { type Effect, effectOf, type Standing } from './inquiry-rules';
import { markDecided, selectInquiry, selectStandings } from './inquiry-store';

/**
 * Decides an inquiry by what the channel has confirmed, never on anybody's word: late money pays its
 * order after all, or goes back; or nothing moves, and it is only written down. What moves money takes
 * the permission `inquiry.decide`, somebody else than who asked, and a code of the authenticator; the rest,
 * whoever may ask can close.
 *
 * @throws Refusal not_permitted, not_found, state_conflict (decided already), inquiry_in_doubt, inquiry_paid,
 *   inquiry_not_paid, inquiry_no_way_back, inquiry_same_person, those of verifyCheckerCode
 */
export async function decideInquiry({
  inquiryId,
  decision,
  note,
  code,
  by,
}: {
  inquiryId: string;
  decision: InquiryDecision;
  note: string;
  /** Of the authenticator; where money moves. */
  code?: string | undefined;
  by: StaffActor;
}): Promise<void> {
  if (!mayDo(by.staffRole, 'inquiry.open')) requireMay(by, 'inquiry.decide');
  const inquiry = await selectInquiry(inquiryId);
  if (!inquiry) throw new Refusal('not_found', { inquiryId });
  const order = await readOrder(inquiry.orderId);
  const expected = effectFor(decision, order, await selectStandings(order.id));
  if (expected.kind !== 'nothing') {
    requireMay(by, 'inquiry.decide');
    if (by.id === inquiry.openedBy) throw new Refusal('inquiry_same_person', { inquiryId });
    await verifyCheckerCode({ userId: by.id, code: code ?? '' });
  }
  await inTransaction((tx) => decide(tx, { inquiry, decision, note, expected, by }));
}

function effectFor(
  decision: InquiryDecision,
  { state: order, subscriptionPeriod }: Order,
  payments: readonly Standing[],
): Effect {
  const effect = effectOf(decision, { order, subscribes: subscriptionPeriod !== null, payments });
  if ('refused' in effect) throw new Refusal(effect.refused);
  return effect;
}

/** Under the order's lock, once more: what moves is what was agreed to, or nothing does. */
async function decide(
  tx: Tx,
  {
    inquiry,
    decision,
    note,
    expected,
    by,
  }: {
    inquiry: Inquiry;
    decision: InquiryDecision;
    note: string;
    expected: Effect;
    by: StaffActor;
  },
): Promise<void> {
  const { id, proposed } = inquiry;
  const order = await lockOrder(tx, inquiry.orderId);
  const effect = effectFor(decision, order, await selectStandings(order.id, tx));
  const decided =
    effect.kind === expected.kind && (await markDecided(tx, { id, decision, by: by.id, note }));
  if (!decided) throw new Refusal('state_conflict', { inquiryId: id });
  await carryOut(tx, order, effect, by);
  await recordAudit(tx, {
    actor: by.id,
    action: 'inquiry.decide',
    subjectType: 'order',
    subjectId: order.id,
    why: note,
    before: { inquiry: id, order: order.state, proposed },
    after: { decided: decision, effect: effect.kind },
  });
}

async function carryOut(
  tx: Tx,
  order: Order,
  effect: Effect,
  { id: actor }: StaffActor,
): Promise<void> {
  if (effect.kind === 'accept') {
    const attempt = await readAttempt(effect.attemptId, tx);
    await acceptLatePayment(tx, { order, attempt, actor });
  }
  if (effect.kind === 'giveBack') {
    await enqueueJob(tx, 'return-late-payment', { attemptId: effect.attemptId });
  }
}
