import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { GET_VIRTUAL_ACCOUNT } from '@/lib/api/customer-operations';
import { getMerchantAccount } from '@/lib/virtual-accounts/get-merchant-account';
import { presentAccount } from '@/lib/virtual-accounts/present-account';

export const GET = readRoute({
  operation: GET_VIRTUAL_ACCOUNT,
  run: async (_, { merchantId, params }) => {
    const found = await getMerchantAccount({ merchantId, number: params.number ?? '' });
    return { status: 200, body: JSON.stringify(presentAccount(found)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
