import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { LIST_STATEMENT_ENTRIES } from '@/lib/api/balance-operations';
import { USUAL_ON_A_PAGE } from '@/lib/core/page-schema';
import { listAccountDays } from '@/lib/ledger/list-account-days';
import { SUBJECT_OF } from '@/lib/settlement/statement-schema';
import { presentEntry } from '@/lib/virtual-accounts/present-account';

const [EVER, FOR_EVER] = ['0001-01-01', '9999-12-31'];

export const GET = readRoute({
  operation: LIST_STATEMENT_ENTRIES,
  run: async (query, { merchantId: owner }) => {
    const { account = 'balance', from = EVER, to = FOR_EVER, starting_after: after } = query;
    const { limit = USUAL_ON_A_PAGE } = query;
    const ref = { subject: SUBJECT_OF[account], owner };
    const { lines, next } = await listAccountDays({ account: ref, from, to, after, limit });
    return { status: 200, body: JSON.stringify({ entries: lines.map(presentEntry), next }) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
