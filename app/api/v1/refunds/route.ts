import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { LIST_REFUNDS } from '@/lib/api/refund-operations';
import { listRefundsPage } from '@/lib/refunds/list-refunds-page';
import { presentRefund } from '@/lib/refunds/present-refund';

export const GET = readRoute({
  operation: LIST_REFUNDS,
  run: async (query, { merchantId }) => {
    const { requested_from: from, requested_to: to, starting_after: before, limit } = query;
    const { refunds, next } = await listRefundsPage({
      ...{ merchantId, before, limit },
      orderId: query.order_id,
      merchantRefundNo: query.merchant_refund_no,
      requestedFrom: from ? new Date(from) : undefined,
      requestedTo: to ? new Date(to) : undefined,
    });
    return { status: 200, body: JSON.stringify({ refunds: refunds.map(presentRefund), next }) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
