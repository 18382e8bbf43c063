import { databaseNow } from '@/lib/core/clock';
import { signFieldsHmac } from '@/lib/merchants/canonical-fields';
import { findSigningLinkKey } from '@/lib/merchants/find-signing-link-key';
import type { Order } from './order';
import type { OrderState } from './states';

/**
 * The merchant's return address with what we know about the order, signed like a link over our six
 * parameters (not the merchant's own). A merchant without a live link key gets the numbers only: an
 * unsigned status is nothing to believe. Null when the merchant gave no address.
 */
export async function signedReturnUrl(
  order: Pick<Order, 'id' | 'merchantId' | 'merchantOrderNo' | 'returnUrl'>,
  status: OrderState,
): Promise<string | null> {
  if (order.returnUrl === null) return null;
  const numbers = { order_id: order.id, order_no: order.merchantOrderNo };
  const key = await findSigningLinkKey(order.merchantId);
  if (!key) return withFields(order.returnUrl, numbers);
  const timestamp = Math.floor((await databaseNow()).getTime() / 1000).toString();
  const fields = { ...numbers, status, timestamp, key_id: key.id };
  return withFields(order.returnUrl, { ...fields, sign: signFieldsHmac(fields, key.secret) });
}

/** Ours replace any parameter of the same name, so that there is one of each. */
function withFields(address: string, fields: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  return url.href;
}
