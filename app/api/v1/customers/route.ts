import { otherMethods } from '@/app/_server/no-call';
import { readRoute, writeRoute } from '@/app/_server/route';
import { CREATE_CUSTOMER, LIST_CUSTOMERS } from '@/lib/api/customer-operations';
import { createCustomerByApi } from '@/lib/customers/create-customer-by-api';
import { listMerchantCustomers } from '@/lib/customers/list-merchant-customers';
import { presentCustomer } from '@/lib/customers/present-customer';

export const POST = writeRoute({
  operation: CREATE_CUSTOMER,
  run: ({ reference }, { merchantId, idempotencyKey }) =>
    createCustomerByApi({ merchantId, idempotencyKey, reference }),
});

export const GET = readRoute({
  operation: LIST_CUSTOMERS,
  run: async ({ reference, limit, starting_after: before }, { merchantId }) => {
    const page = await listMerchantCustomers({ merchantId, reference, before, limit });
    const customers = page.customers.map(presentCustomer);
    return { status: 200, body: JSON.stringify({ customers, next: page.next }) };
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
