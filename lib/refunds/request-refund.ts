import { inTransaction } from '@/lib/core/unit-of-work';
import { getOrder } from '@/lib/orders/get-order';
import { placeRefund, type RequestedRefund } from './place-refund';
import { readRefund } from './read-refund';
import type { AskedRefund } from './refund';
import { sendRefund } from './send-refund';

/**
 * Gives money back by the route it came: all of it, a part, in as many parts as it takes, never more
 * than was paid. T1 commits the refund with its number at the channel and sets the money aside; the
 * channel is called with no transaction open; T2 commits what it said. A crash in between leaves
 * `sent`, and the channel is asked by the schedule written in T1. From a balance it is one commit.
 * The answer may still be on its way; `refund.succeeded` or `refund.failed` tells the merchant.
 *
 * @throws Refusal those of placeRefund
 */
export async function requestRefund(request: RequestedRefund): Promise<AskedRefund> {
  const { merchantId, orderId } = request;
  await getOrder({ merchantId, orderId });
  const { refund, toSend } = await inTransaction((tx) => placeRefund(tx, request));
  if (toSend) await sendRefund(toSend);
  return readRefund(refund.id);
}
