import { otherMethods } from '@/app/_server/no-call';
import { readRoute, writeRoute } from '@/app/_server/route';
import { CREATE_PAYMENT_LINK, LIST_PAYMENT_LINKS } from '@/lib/api/payment-link-operations';
import { createPaymentLinkByApi } from '@/lib/payment-links/create-payment-link-by-api';
import { listPaymentLinks } from '@/lib/payment-links/list-payment-links';
import { presentPaymentLink } from '@/lib/payment-links/present-payment-link';

export const POST = writeRoute({
  operation: CREATE_PAYMENT_LINK,
  run: (input, { merchantId, idempotencyKey }) =>
    createPaymentLinkByApi({ merchantId, idempotencyKey, input }),
});

export const GET = readRoute({
  operation: LIST_PAYMENT_LINKS,
  run: async ({ active, starting_after: before, limit }, { merchantId }) => {
    const state = active === undefined ? undefined : active ? 'active' : 'stopped';
    const { links, next } = await listPaymentLinks({ merchantId, state, before, limit });
    const body = JSON.stringify({ payment_links: links.map(presentPaymentLink), next });
    return { status: 200, body };
  },
});

export const { PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET', 'POST');
