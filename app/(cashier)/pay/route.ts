import { linkRoute } from '@/app/_server/link-route';
import { openPaymentLink } from '@/lib/orders/open-payment-link';

/** A merchant's signed redirect link: on to its order's page, or a page that says why not. */
export const GET = linkRoute(async (query) => {
  const { payToken } = await openPaymentLink(query);
  return `/pay/${payToken}`;
});
