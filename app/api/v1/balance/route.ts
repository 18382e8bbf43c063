import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { GET_BALANCE } from '@/lib/api/balance-operations';
import { getMerchantMoney } from '@/lib/settlement/get-merchant-money';
import { presentMerchantMoney } from '@/lib/settlement/present-statement';

export const GET = readRoute({
  operation: GET_BALANCE,
  run: async (_, { merchantId }) => {
    const money = await getMerchantMoney({ merchantId });
    return { status: 200, body: JSON.stringify(presentMerchantMoney(money)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
