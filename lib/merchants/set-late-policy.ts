import type { MerchantActor } from '@/lib/core/merchant-permissions';
import { changeSetting } from './change-setting';
import { getMerchant } from './get-merchant';
import type { LatePaymentPolicy } from './merchant';
import { updateLatePolicy } from './settings-store';

/**
 * What happens from now on with money that arrives after an order expired or was closed.
 * Refusals: not_permitted, not_found.
 */
export async function setLatePolicy({
  by,
  latePaymentPolicy,
}: {
  by: MerchantActor;
  latePaymentPolicy: LatePaymentPolicy;
}): Promise<void> {
  const { merchantId } = by;
  await changeSetting({
    by,
    subject: 'late_payment_policy',
    read: async (tx) => (await getMerchant(merchantId, tx)).latePaymentPolicy,
    text: latePaymentPolicy,
    apply: (tx) => updateLatePolicy(tx, merchantId, latePaymentPolicy),
  });
}
