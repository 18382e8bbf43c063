import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { GET_CUSTOMER } from '@/lib/api/customer-operations';
import { getMerchantCustomer } from '@/lib/customers/get-merchant-customer';
import { presentCustomer } from '@/lib/customers/present-customer';

export const GET = readRoute({
  operation: GET_CUSTOMER,
  run: async (_, { merchantId, params }) => {
    const customer = await getMerchantCustomer({ merchantId, customerId: params.id ?? '' });
    return { status: 200, body: JSON.stringify(presentCustomer(customer)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
