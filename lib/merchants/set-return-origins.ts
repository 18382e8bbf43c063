import { Refusal } from '@/lib/core/errors';
import { inTransaction } from '@/lib/core/unit-of-work';
import { returnOriginsSchema } from './schema';
import { updateReturnOrigins } from './store';

/** Where new orders may send a shopper back to; orders that exist keep theirs. Refusal: not_found. */
export async function setReturnOrigins({
  merchantId,
  returnOrigins,
}: {
  merchantId: string;
  returnOrigins: string[];
}): Promise<void> {
  const origins = returnOriginsSchema.parse(returnOrigins);
  const found = await inTransaction((tx) => updateReturnOrigins(tx, merchantId, origins));
  if (!found) throw new Refusal('not_found', { merchantId });
}
