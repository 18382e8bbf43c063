import { env } from '@/lib/core/env';
import type { Order } from './order';
import type { OrderTermsAnswer } from './schema';

/** An order as the merchant API shows it: fen as integers, times in ISO 8601. */
export const presentOrder = (order: Order): OrderTermsAnswer => ({
  id: order.id,
  merchant_order_no: order.merchantOrderNo,
  amount: Number(order.amount.amountMinor),
  currency: order.amount.currency,
  subject: order.subject,
  goods: order.goods,
  subscription: order.subscriptionPeriod ? { period: order.subscriptionPeriod } : null,
  state: order.state,
  pay_url: `${env().APP_ORIGIN}/pay/${order.payToken}`,
  return_url: order.returnUrl,
  customer_reference: order.customerReference,
  metadata: order.metadata ?? {},
  expires_at: order.expiresAt.toISOString(),
  paid_at: order.paidAt?.toISOString() ?? null,
  created_at: order.createdAt.toISOString(),
});
