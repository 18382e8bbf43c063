import { Refusal } from '@/lib/core/errors';
import { listOwnAccounts } from '@/lib/customers/list-own-accounts';
import { browserHash } from '@/lib/orders/browser-hash';
import { readOrder } from '@/lib/orders/read-order';
import { readAttempt } from '@/lib/payments/read-attempt';
import type { ShopperProof } from './refund-request';

/** What a reader of an order's receipt brings along. */
export interface Reader {
  /** The order whose receipt this browser has found by number and phone tail. */
  found: string | undefined;
  userId: string | null;
  /** What this browser is known by, if it is known. */
  device: string | undefined;
}

/**
 * How it is known that the reader paid the order. The order's link alone says nothing: it may have been
 * passed on. Refusal: refund_asker_unknown.
 */
export async function provePayer({
  orderId,
  found,
  userId,
  device,
}: Reader & { orderId: string }): Promise<ShopperProof> {
  if (found === orderId) return 'receipt';
  const { paidAttemptId } = await readOrder(orderId);
  if (paidAttemptId === null) throw new Refusal('refund_asker_unknown', { orderId });
  const { begunBy, customerId } = await readAttempt(paidAttemptId);
  if (device !== undefined && begunBy === browserHash(device)) return 'browser';
  const accounts = userId && customerId ? await listOwnAccounts({ userId }) : [];
  if (accounts.some((account) => account.customerId === customerId)) return 'account';
  throw new Refusal('refund_asker_unknown', { orderId });
}
