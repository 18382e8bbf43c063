import { recordAudit } from '@/lib/audit/record-audit';
import { verifyStaffCode } from '@/lib/auth/verify-staff-code';
import { keyedHash } from '@/lib/core/crypto';
import type { Tx } from '@/lib/core/db';
import { Refusal } from '@/lib/core/errors';
import { newSortableNumber } from '@/lib/core/ids';
import { requireMay, type StaffActor } from '@/lib/core/staff-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { formatMoney } from '@/lib/money/format-money';
import { cny, type Money } from '@/lib/money/money';
import { readOrder } from '@/lib/orders/read-order';
import { agentCapOf } from './agent-rules';
import { lockAgent, selectAskedToday } from './agent-store';
import { placeRefund } from './place-refund';
import { readRefund } from './read-refund';
import type { AskedRefund } from './refund';
import { sendRefund } from './send-refund';

/**
 * A refund that somebody of the office asks for, out of the merchant's money: it goes the same ways and
 * is refused on the same grounds as the merchant's own. Each role has its cap of the day.
 *
 * @throws Refusal not_permitted, those of verifyStaffCode, order_not_found, refund_agent_cap {left},
 * those of placeRefund
 */
export async function requestRefundByAgent({
  orderId,
  amount,
  reason,
  refundNo = newSortableNumber(),
  code,
  by,
}: {
  orderId: string;
  /** All that is left, unless given. */
  amount?: Money;
  reason: string;
  /** Made with a form: sent twice, it is one refund. The refund's own number follows from it. */
  refundNo?: string;
  /** Of the agent's authenticator: money moves. */
  code: string;
  by: StaffActor;
}): Promise<AskedRefund> {
  requireMay(by, 'refund.request');
  await verifyStaffCode({ userId: by.id, code });
  const { merchantId } = await readOrder(orderId);
  // Nobody but us makes such numbers: no number that is the merchant's own is taken from it.
  const merchantRefundNo = `A${keyedHash('agent-refund', `${orderId} ${refundNo}`).slice(0, 40)}`;
  const { refund, toSend } = await inTransaction(async (tx) => {
    await lockAgent(tx, by.id);
    const placed = await placeRefund(tx, {
      merchantId,
      orderId,
      ...(amount ? { amount } : {}),
      merchantRefundNo,
      reason,
      actor: by.id,
      askedBy: 'agent',
    });
    if (!placed.isNew) return placed;
    await checkCap(tx, placed.refund.amount, by);
    await recordAudit(tx, {
      actor: by.id,
      action: 'refund.request',
      subjectType: 'order',
      subjectId: orderId,
      why: reason,
      after: {
        refundId: placed.refund.id,
        amountMinor: String(placed.refund.amount.amountMinor),
        state: placed.refund.state,
      },
    });
    return placed;
  });
  if (toSend) await sendRefund(toSend);
  return readRefund(refund.id);
}

/** With this refund, and whatever else they asked for today. */
async function checkCap(tx: Tx, amount: Money, { id, staffRole }: StaffActor): Promise<void> {
  const left = agentCapOf(staffRole).amountMinor - (await selectAskedToday(tx, id));
  if (left >= 0n) return;
  const before = left + amount.amountMinor;
  throw new Refusal('refund_agent_cap', { left: formatMoney(cny(before > 0n ? before : 0n)) });
}
