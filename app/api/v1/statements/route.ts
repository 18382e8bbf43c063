import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { LIST_STATEMENTS } from '@/lib/api/balance-operations';
import { listStatementMonths } from '@/lib/settlement/list-statement-months';

export const GET = readRoute({
  operation: LIST_STATEMENTS,
  run: async (_, { merchantId }) => {
    const months = await listStatementMonths({ merchantId });
    return { status: 200, body: JSON.stringify({ months }) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
