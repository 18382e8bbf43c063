import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { GET_STATEMENT } from '@/lib/api/balance-operations';
import { getMonthlyStatement } from '@/lib/settlement/get-monthly-statement';
import { presentStatement } from '@/lib/settlement/present-statement';

export const GET = readRoute({
  operation: GET_STATEMENT,
  run: async (_, { merchantId, params }) => {
    const statement = await getMonthlyStatement({ merchantId, month: params.month ?? '' });
    return { status: 200, body: JSON.stringify(presentStatement(statement)) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
