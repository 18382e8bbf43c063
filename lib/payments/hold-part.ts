import type { Tx } from '@/lib/core/db';
import { isRefusal, Refusal } from '@/lib/core/errors';
import type { RefusalCode } from '@/lib/core/refusals';
import { placeHold } from '@/lib/ledger/place-hold';
import type { Order } from '@/lib/orders/order';
import { getQuota } from '@/lib/persons/get-quota';
import { holdQuota } from '@/lib/persons/hold-quota';
import { quotaOf } from '@/lib/persons/quota-rules';
import type { BalancePart, HeldPart } from './balance-part';
import { findPart } from './find-part';

/** Less is there, or less may be paid, than the page has said. */
const CHANGED: readonly RefusalCode[] = [
  'insufficient_funds',
  'day_limit_exceeded',
  'class_limit_exceeded',
];

/**
 * Holds the balance's part of an attempt and counts it against the payer's limits, in the commit that
 * makes the attempt. With payer and account locked by that, it is seen whether the part still is all
 * that the balance can pay.
 *
 * @throws Refusal balance_part_changed, account_frozen, account_closed
 */
export async function holdPart(
  tx: Tx,
  { order, attemptId, part }: { order: Order; attemptId: string; part: BalancePart },
): Promise<HeldPart> {
  const { account, amount } = part;
  const balanceHoldId = await holdAndCount(tx, { order, attemptId, part }).catch((error) => {
    if (!isRefusal(error) || !CHANGED.includes(error.code)) throw error;
    throw new Refusal('balance_part_changed', { orderId: order.id, reason: error.code });
  });
  const { available, quota } = await findPart(order.amount, account, tx);
  const left = [available, quota.period.left, quota.day.leftTwoFactors];
  if (left.every(({ amountMinor }) => amountMinor > 0n)) {
    throw new Refusal('balance_part_changed', { orderId: order.id });
  }
  return { customerId: account.customerId, balance: amount, balanceHoldId };
}

/** Payer first, then account: the order in which payments lock. */
async function holdAndCount(
  tx: Tx,
  { order, attemptId, part }: { order: Order; attemptId: string; part: BalancePart },
): Promise<string> {
  const { account, amount, strength } = part;
  const holdKey = `mixed:${attemptId}`;
  const counted = quotaOf(await getQuota(account, tx), { amount, strength });
  await holdQuota(tx, { reference: holdKey, counted });
  const { holdId } = await placeHold(tx, {
    holdKey,
    account: { subject: 'customer_balance', owner: account.customerId },
    amount,
    businessRef: order.id,
    reason: 'mixed_payment',
  });
  return holdId;
}
