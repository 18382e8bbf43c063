import { type MerchantActor, requireMerchantMay } from '@/lib/core/merchant-permissions';
import { inTransaction } from '@/lib/core/unit-of-work';
import { sendAgain } from './send-again';

/**
 * A member sends one delivery again at once, also one that arrived or was given up.
 * @throws Refusal not_permitted, those of sendAgain
 */
export async function resendDelivery({
  by,
  deliveryId,
}: {
  by: MerchantActor;
  deliveryId: string;
}): Promise<void> {
  requireMerchantMay(by, 'delivery.resend');
  const { merchantId } = by;
  await inTransaction((tx) => sendAgain(tx, { deliveryId, merchantId }));
}
