import type { Fields } from '../acp/fields';
import { signAnswer } from '../acp/sign';
import type { Certificates } from '../certificates/load-certificates';
import { frontReturnFields } from '../gateway/message-fields';
import type { OrderRecord } from '../state/records';

/** What the payer's browser posts to the merchant's frontUrl; only a paid order has it. */
export function writeFrontReturn(
  certificates: Certificates,
  order: OrderRecord,
): { url: string; fields: Fields } | undefined {
  if (order.kind !== 'consume' || order.state !== 'succeeded') return undefined;
  return {
    url: order.request.frontUrl ?? '',
    fields: signAnswer(frontReturnFields(order), certificates.unionpay),
  };
}
