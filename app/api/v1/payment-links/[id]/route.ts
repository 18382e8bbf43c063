import { otherMethods } from '@/app/_server/no-call';
import { readRoute, writeRoute } from '@/app/_server/route';
import { GET_PAYMENT_LINK, UPDATE_PAYMENT_LINK } from '@/lib/api/payment-link-operations';
import { getPaymentLink } from '@/lib/payment-links/get-payment-link';
import { presentPaymentLink } from '@/lib/payment-links/present-payment-link';
import { switchPaymentLinkByApi } from '@/lib/payment-links/switch-payment-link-by-api';

export const GET = readRoute({
  operation: GET_PAYMENT_LINK,
  run: async (_, { merchantId, params }) => {
    const link = await getPaymentLink({ merchantId, linkId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentPaymentLink(link)) };
  },
});

/** All that changes about a link is whether it is in use. */
export const POST = writeRoute({
  operation: UPDATE_PAYMENT_LINK,
  run: ({ active }, { merchantId, params, idempotencyKey }) =>
    switchPaymentLinkByApi({ merchantId, idempotencyKey, linkId: params.id ?? '', active }),
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
