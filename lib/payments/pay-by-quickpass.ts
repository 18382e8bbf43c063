import { Refusal } from '@/lib/core/errors';
import { findAccount } from '@/lib/customers/find-account';
import { getMerchant } from '@/lib/merchants/get-merchant';
import { restOf } from '@/lib/methods/combine';
import type { Order } from '@/lib/orders/order';
import { begunIn } from './begun-in';
import { checkPart } from './check-part';
import { findQuickpassChoice } from './find-quickpass-choice';
import { resultOf } from './rules';
import { type Payer, startChannelPayment } from './start-channel-payment';
import type { StartPayment, StartResult } from './start-payment';

type Asked = Pick<StartPayment, 'host' | 'actor' | 'device' | 'formKey'> &
  Pick<StartPayment, 'balancePartFen' | 'paymentPassword' | 'code'>;

interface QuickPassPayer extends Asked {
  only?: 'api_wap';
  /** The live attempt whose place this one takes. */
  after?: NonNullable<Payer['after']>;
}

/**
 * Pays by QuickPass: the host's own way on one TN, UnionPay's page, or a QR code, whichever works
 * here. `only` asks for UnionPay's page, once a host has definitely not got the app. Beside it a balance
 * may pay a part (`checkPart`); an attempt that takes another one's place takes its part over.
 */
export async function payByQuickpass(
  order: Order,
  { host, actor, only, after, ...page }: QuickPassPayer,
): Promise<StartResult> {
  const merchant = await getMerchant(order.merchantId);
  if (merchant.hiddenMethods.includes('quickpass')) throw new Refusal('method_unavailable');
  const part = await checkPart(order, { actor, ...page });
  const rest = after?.attempt.amount ?? (part ? restOf(order.amount, part.amount) : order.amount);
  const [choice, account] = await Promise.all([
    findQuickpassChoice({ ...order, amount: rest }, host, only),
    findAccount({
      merchantId: order.merchantId,
      reference: order.customerReference,
      userId: actor.userId,
    }),
  ]);
  const { attempt } = await startChannelPayment(order, choice, {
    customerId: account?.customerId ?? null,
    host: host.screen,
    actor: 'shopper',
    part,
    after,
    ...begunIn(page),
  });
  return resultOf(attempt);
}
