import { expect } from '@playwright/test';
import type { Database } from './browser-database';
import type { Rail } from './browser-rail';

/**
 * What has become of an order, by UnionPay's own records and by our books: never more than one payment
 * that was not given back. `by` is what pays the order in the end.
 */
export async function expectCharged(
  { rail, database }: { rail: Rail; database: Database },
  order: { payUrl: string; amount: number; by: 'unionpay' | 'balance'; returned?: number },
): Promise<void> {
  const { payUrl, amount, by, returned = 0 } = order;
  const paid = (by === 'unionpay' ? 1 : 0) + returned;
  const soon = { timeout: 60_000 };
  await expect.poll(() => rail.charged(amount), soon).toEqual({ paid, returned });
  await expect.poll(() => database.booked(payUrl), soon).toEqual({ paid: 1 + returned, returned });
}
