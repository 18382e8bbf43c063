import { otherMethods } from '@/app/_server/no-call';
import { writeRoute } from '@/app/_server/route';
import { OPEN_VIRTUAL_ACCOUNT } from '@/lib/api/customer-operations';
import { openAccountByApi } from '@/lib/virtual-accounts/open-account-by-api';

export const POST = writeRoute({
  operation: OPEN_VIRTUAL_ACCOUNT,
  run: (_, { merchantId, params, idempotencyKey }) =>
    openAccountByApi({ merchantId, customerId: params.id ?? '', idempotencyKey }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
