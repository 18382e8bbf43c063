import { writeRoute } from '@/app/_server/route';
import { chargeAgreement } from '@/lib/payments/charge-agreement';
import { chargeAgreementSchema } from '@/lib/payments/schema';

/** Charges a bound card with nobody at a page; the answer says paid, pending or failed. */
export const POST = writeRoute({
  body: chargeAgreementSchema,
  run: (input, { merchantId, params, idempotencyKey }) =>
    chargeAgreement({ merchantId, agreementId: params.id ?? '', idempotencyKey, input }),
});
