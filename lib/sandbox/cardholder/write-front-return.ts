import type { Fields } from '../acp/fields';
import { signAnswer } from '../acp/sign';
import { frontReturnFields } from '../gateway/message-fields';
import type { Simulator } from '../simulator';
import type { OrderRecord } from '../state/records';

/** What the payer's browser posts to the merchant's frontUrl; only a paid order has it. */
export function writeFrontReturn(
  { certificates, store }: Pick<Simulator, 'certificates' | 'store'>,
  order: OrderRecord,
): { url: string; fields: Fields } | undefined {
  const { frontUrl } = order.request;
  if (order.kind !== 'consume' || order.state !== 'succeeded' || !frontUrl) return undefined;
  return {
    url: frontUrl,
    fields: signAnswer(frontReturnFields(order, store), certificates.unionpay),
  };
}
