import { databaseNow } from '@/lib/core/clock';
import { signedFields } from '@/lib/merchants/signed-fields';
import type { Order } from './order';
import type { OrderState } from './states';

/**
 * The merchant's return address with what we know about the order, signed like a link over our six
 * parameters (not the merchant's own), by SM2 for a merchant that asked for it. One without a live link key gets the numbers only: an
 * unsigned status is nothing to believe. Null when the merchant gave no address. `now` is the database's
 * clock, where it has just been read.
 */
export async function signedReturnUrl(
  order: Pick<Order, 'id' | 'merchantId' | 'merchantOrderNo' | 'returnUrl'>,
  status: OrderState,
  now?: Date,
): Promise<string | null> {
  if (order.returnUrl === null) return null;
  const numbers = { order_id: order.id, order_no: order.merchantOrderNo };
  const timestamp = Math.floor((now ?? (await databaseNow())).getTime() / 1000).toString();
  const signed = await signedFields(order.merchantId, { ...numbers, status, timestamp });
  return withFields(order.returnUrl, signed ?? numbers);
}

/** Ours replace any parameter of the same name, so that there is one of each. */
function withFields(address: string, fields: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}
