import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { GET_WITHDRAWAL } from '@/lib/api/withdrawal-operations';
import { getMerchantWithdrawal } from '@/lib/settlement/get-merchant-withdrawal';
import { presentWithdrawal } from '@/lib/settlement/present-withdrawal';

export const GET = readRoute({
  operation: GET_WITHDRAWAL,
  run: async (_, { merchantId, params }) => {
    const withdrawal = await getMerchantWithdrawal({ merchantId, withdrawalId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentWithdrawal(withdrawal)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
