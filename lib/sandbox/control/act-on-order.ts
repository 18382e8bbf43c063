import { z } from 'zod';
import { cancelPayment } from '../cardholder/cancel-payment';
import { confirmPayment } from '../cardholder/confirm-payment';
import { CARDS } from '../cardholder/test-cards';
import { expireOrder, isPayable } from '../gateway/expire-order';
import { settleOrder } from '../gateway/settle-order';
import { isToldOf } from '../notices/is-told-of';
import { sendNotice } from '../notices/send-notice';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';

export const actionSchemas = {
  /** force: even where it failed, was cancelled or is overdue, as a bank that changes its mind. */
  pay: z.strictObject({
    card: z.enum(CARDS).optional(),
    force: z.boolean().default(false),
  }),
  decline: z.strictObject({
    respCode: z
      .string()
      .regex(/^(?!00)[0-9A-Z]{2}$/)
      .default('30'),
  }),
  cancel: z.strictObject({}),
  notify: z.strictObject({
    noticeCopies: z.number().int().min(1).max(5).default(1),
    noticeSignature: z.enum(['wrong', 'stranger']).optional(),
    noticeAmount: z
      .string()
      .regex(/^\d{1,12}$/)
      .optional(),
  }),
};

export type ActionName = keyof typeof actionSchemas;

export type ActionResult =
  | { done: true; order: OrderRecord; results?: (number | string)[] }
  /** Why the order's state does not allow it. */
  | { done: false; reason: 'not_payable' | 'not_told_of' };

/** Plays the cardholder (pay, decline, cancel) or the gateway (notify) for one order, now. */
export async function actOnOrder(
  simulator: Simulator,
  found: OrderRecord,
  action: ActionName,
  input: unknown,
): Promise<ActionResult> {
  const order = expireOrder(simulator, found);
  if (action === 'notify') {
    if (!isToldOf(order)) return { done: false, reason: 'not_told_of' };
    const flaws = actionSchemas.notify.parse(input);
    const results = await sendNotice(simulator, order, flaws, new AbortController().signal);
    return { done: true, order: simulator.store.findOrder(order.id) ?? order, results };
  }
  if (action === 'pay') return pay(simulator, order, actionSchemas.pay.parse(input));
  if (order.state !== 'waiting') return { done: false, reason: 'not_payable' };
  if (action === 'cancel') {
    if (order.kind !== 'consume' || !isPayable(order))
      return { done: false, reason: 'not_payable' };
    return { done: true, order: cancelPayment(simulator, order) };
  }
  const { respCode } = actionSchemas.decline.parse(input);
  return { done: true, order: settleOrder(simulator, order, { respCode }) };
}

function pay(
  simulator: Simulator,
  order: OrderRecord,
  input: z.infer<typeof actionSchemas.pay>,
): ActionResult {
  const { card = 'debit', force } = input;
  const forced = force && order.state !== 'succeeded';
  if (!forced && order.state !== 'waiting') return { done: false, reason: 'not_payable' };
  const asked = isPayable(order) && order.kind === 'consume';
  const own = order.kind === 'consume' ? { card: input.card ?? order.card ?? card } : {};
  if (forced || !asked) {
    const changed = { ...order, cancelled: false };
    return { done: true, order: settleOrder(simulator, changed, { respCode: '00', ...own }) };
  }
  return { done: true, order: confirmPayment(simulator, order, card) };
}
