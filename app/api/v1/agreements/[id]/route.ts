import { otherMethods } from '@/app/_server/no-call';
import { removeRoute } from '@/app/_server/remove-route';
import { readRoute } from '@/app/_server/route';
import { endAgreement } from '@/lib/agreements/end-agreement';
import { getAgreement } from '@/lib/agreements/get-agreement';
import { presentAgreement } from '@/lib/agreements/present-agreement';
import { END_AGREEMENT, GET_AGREEMENT } from '@/lib/api/agreement-operations';

export const GET = readRoute({
  operation: GET_AGREEMENT,
  run: async (_, { merchantId, params }) => {
    const agreement = await getAgreement({ merchantId, agreementId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentAgreement(agreement)) };
  },
});

/** Unbinds the card. Again it answers the same. */
export const DELETE = removeRoute({
  operation: END_AGREEMENT,
  run: async ({ merchantId, params }) => {
    const { agreementId } = await endAgreement({
      agreementId: params.id ?? '',
      by: { merchantId },
    });
    const agreement = await getAgreement({ merchantId, agreementId });
    return { status: 200, body: JSON.stringify(presentAgreement(agreement)) };
  },
});

export const { POST, PUT, PATCH, OPTIONS } = otherMethods('GET', 'DELETE');
