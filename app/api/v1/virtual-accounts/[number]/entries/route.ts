import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { LIST_VIRTUAL_ACCOUNT_ENTRIES } from '@/lib/api/customer-operations';
import { USUAL_ON_A_PAGE } from '@/lib/core/page-schema';
import { listStatement } from '@/lib/ledger/list-statement';
import { getMerchantAccount } from '@/lib/virtual-accounts/get-merchant-account';
import { presentEntry } from '@/lib/virtual-accounts/present-account';

export const GET = readRoute({
  operation: LIST_VIRTUAL_ACCOUNT_ENTRIES,
  run: async ({ starting_after: before, limit = USUAL_ON_A_PAGE }, { merchantId, params }) => {
    const { ref } = await getMerchantAccount({ merchantId, number: params.number ?? '' });
    const { lines, next } = await listStatement({ account: ref, before, limit });
    return { status: 200, body: JSON.stringify({ entries: lines.map(presentEntry), next }) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
