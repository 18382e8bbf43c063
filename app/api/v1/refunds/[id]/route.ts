import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { GET_REFUND } from '@/lib/api/refund-operations';
import { getMerchantRefund } from '@/lib/refunds/get-merchant-refund';
import { presentRefund } from '@/lib/refunds/present-refund';

export const GET = readRoute({
  operation: GET_REFUND,
  run: async (_, { merchantId, params }) => {
    const refund = await getMerchantRefund({ merchantId, refundId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentRefund(refund)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
