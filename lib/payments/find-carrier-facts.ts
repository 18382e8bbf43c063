import { findOpenings } from '@/lib/carriers/find-openings';
import { healthOf, isUsable } from '@/lib/channel-health/rules';
import { CARRIERS } from '@/lib/channels/port';
import type { Permission } from '@/lib/core/permissions';
import type { HostFacts } from '@/lib/methods/quickpass-surface';
import type { MethodFacts } from '@/lib/methods/rank-methods';
import type { Order } from '@/lib/orders/order';
import type { ChannelFacts } from './find-channel-facts';

/**
 * Could some phone's bill carry this order? Nothing for physical goods, and where no contract or no line
 * covers it: such a shopper is not told about a way that is none.
 */
export async function findCarrierFacts(
  { contracts, health }: Pick<ChannelFacts, 'contracts' | 'health'>,
  { amount, goods, subscriptionPeriod }: Order,
  host: HostFacts,
): Promise<MethodFacts['carrier']> {
  const periodic = subscriptionPeriod !== null;
  const may = contracts.carrier?.permissions ?? [];
  const direct: Permission[] = host.directBilling ? ['carrier_direct'] : [];
  const ways: Permission[] = ['carrier_sms', 'carrier_wap', ...direct];
  if (goods !== 'digital' || !ways.some((way) => may.includes(way))) return undefined;
  if (periodic && !may.includes('carrier_periodic')) return undefined;
  const { open, most, prices } = await findOpenings({ amount, periodic });
  if (prices.length === 0) return undefined;
  // Whose phone it is, nobody knows yet: one carrier that can be called will do.
  const usable = CARRIERS.some((carrier) =>
    isUsable(healthOf(health, { channel: 'carrier', operation: 'pay', carrier })),
  );
  const priced = open ? 'yes' : 'amount_out_of_range';
  return {
    android: host.os === 'android',
    screen: host.screen,
    open: usable ? priced : 'channel_unavailable',
    most,
    prices,
  };
}
