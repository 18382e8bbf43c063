import { removeRoute } from '@/app/_server/remove-route';
import { readRoute } from '@/app/_server/route';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { getAgreement } from '@/lib/agreements/get-agreement';
import { presentAgreement } from '@/lib/agreements/present-agreement';
import { noQuerySchema } from '@/lib/orders/schema';

export const GET = readRoute({
  query: noQuerySchema,
  run: async (_, { merchantId, params }) => {
    const agreement = await getAgreement({ merchantId, agreementId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentAgreement(agreement)) };
  },
});

/** Unbinds the card. Again it answers the same. */
export const DELETE = removeRoute(async ({ merchantId, params }) => {
  const { agreementId } = await endAgreement({ agreementId: params.id ?? '', by: { merchantId } });
  const agreement = await getAgreement({ merchantId, agreementId });
  return { status: 200, body: JSON.stringify(presentAgreement(agreement)) };
});
