import { findAgreement } from '@/lib/agreements/find-agreement';
import { spendBudget } from '@/lib/auth/budgets';
import { env } from '@/lib/core/env';
import { Refusal } from '@/lib/core/errors';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { restOf } from '@/lib/methods/combine';
import type { Order } from '@/lib/orders/order';
import { begunIn } from './begun-in';
import { checkPart } from './check-part';
import { startCardPayment } from './start-card-payment';
import type { StartPayment, StartResult } from './start-payment';

/**
 * Pays with one of the shopper's own bound cards: who they are is proved by the code they signed in
 * with; large amounts take a code of the card's own channel as well. Beside it the balance may pay a part.
 * Refuses sign_in_required, agreement_not_found, method_unavailable, too_many_requests and those of
 * checkPart.
 */
export async function payByCard(order: Order, request: StartPayment): Promise<StartResult> {
  const { userId } = request.actor;
  if (!userId) throw new Refusal('sign_in_required', { orderId: order.id });
  const merchant = await getMerchant(order.merchantId);
  if (merchant.hiddenMethods.includes('card')) throw new Refusal('method_unavailable');
  const agreement = request.agreementId ? await findAgreement(request.agreementId) : undefined;
  // Another person's card is none at all.
  const own = agreement?.userId === userId && agreement.merchantId === order.merchantId;
  if (!agreement || !own || agreement.state !== 'active') {
    throw new Refusal('agreement_not_found', { orderId: order.id });
  }
  const part = await checkPart(order, request);
  const rest = part ? restOf(order.amount, part.amount) : order.amount;
  const withCode = rest.amountMinor >= env().CARD_CODE_FROM_FEN;
  if (withCode) await spendBudget('confirmation-user-hour', userId);
  const host = request.host.screen;
  const payer = { host, actor: 'shopper', mayAskCode: true, withCode, part, ...begunIn(request) };
  return startCardPayment(order, agreement, payer);
}
