import { otherMethods } from '@/app/_server/no-call';
import { writeRoute } from '@/app/_server/route';
import { CHARGE_AGREEMENT } from '@/lib/api/agreement-operations';
import { chargeAgreement } from '@/lib/payments/charge-agreement';

/** Charges a bound card with nobody at a page; the answer says paid, pending or failed. */
export const POST = writeRoute({
  operation: CHARGE_AGREEMENT,
  run: (input, { merchantId, params, idempotencyKey }) =>
    chargeAgreement({ merchantId, agreementId: params.id ?? '', idempotencyKey, input }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
