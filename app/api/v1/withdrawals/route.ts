import { otherMethods } from '@/app/_server/no-call';
import { readRoute, writeRoute } from '@/app/_server/route';
import { CREATE_WITHDRAWAL, LIST_WITHDRAWALS } from '@/lib/api/withdrawal-operations';
import { listMerchantWithdrawals } from '@/lib/settlement/list-merchant-withdrawals';
import { presentWithdrawal } from '@/lib/settlement/present-withdrawal';
import { requestWithdrawalByApi } from '@/lib/settlement/request-withdrawal-by-api';

export const POST = writeRoute({
  operation: CREATE_WITHDRAWAL,
  run: ({ amount }, { merchantId, idempotencyKey }) =>
    requestWithdrawalByApi({ merchantId, idempotencyKey, amount }),
});

export const GET = readRoute({
  operation: LIST_WITHDRAWALS,
  run: async ({ starting_after: before, limit }, { merchantId }) => {
    const page = await listMerchantWithdrawals({ merchantId, before, limit });
    const withdrawals = page.withdrawals.map(presentWithdrawal);
    return { status: 200, body: JSON.stringify({ withdrawals, next: page.next }) };
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
