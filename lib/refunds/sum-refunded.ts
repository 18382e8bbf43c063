import { cny, type Money } from '@/lib/money/money';
import { sumSucceeded } from './store';

/** What has reached the shopper of each of these orders, on the merchant's request. */
export async function sumRefunded(orderIds: readonly string[]): Promise<Map<string, Money>> {
  if (orderIds.length === 0) return new Map();
  const sums = await sumSucceeded(orderIds);
  return new Map([...sums].map(([orderId, minor]) => [orderId, cny(minor)]));
}
