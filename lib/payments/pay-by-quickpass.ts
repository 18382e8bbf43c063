import { Refusal } from '@/lib/core/errors';
import { findAccount } from '@/lib/customers/find-account';
import { getMerchant } from '@/lib/merchants/get-merchant';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { Order } from '@/lib/orders/order';
import { findQuickpassCarrier } from './find-quickpass-carrier';
import { resultOf } from './rules';
import { startChannelPayment } from './start-channel-payment';
import type { StartResult } from './start-payment';

/**
 * Pays by QuickPass: the host's own way on one TN, UnionPay's page, or a QR code, whichever works
 * here. `only` asks for UnionPay's page, once a host has definitely not got the app.
 */
export async function payByQuickpass(
  order: Order,
  { host, actor, only }: { host: HostFacts; actor: { userId: string | null }; only?: 'api_wap' },
): Promise<StartResult> {
  const merchant = await getMerchant(order.merchantId);
  if (merchant.hiddenMethods.includes('quickpass')) throw new Refusal('method_unavailable');
  const [carrier, account] = await Promise.all([
    findQuickpassCarrier(order, host, only),
    findAccount({
      merchantId: order.merchantId,
      reference: order.customerReference,
      userId: actor.userId,
    }),
  ]);
  const { attempt } = await startChannelPayment(order, carrier, {
    customerId: account?.customerId ?? null,
    host: host.screen,
    actor: 'shopper',
  });
  return resultOf(attempt);
}
