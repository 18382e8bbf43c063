import { readRoute } from '@/app/_server/route';
import { listCustomerAgreements } from '@/lib/agreements/list-customer-agreements';
import { presentAgreement } from '@/lib/agreements/present-agreement';
import { findAgreementsQuerySchema } from '@/lib/agreements/schema';

export const GET = readRoute({
  query: findAgreementsQuerySchema,
  run: async ({ customer_reference: customerReference }, { merchantId }) => {
    const agreements = await listCustomerAgreements({ merchantId, customerReference });
    return { status: 200, body: JSON.stringify({ agreements: agreements.map(presentAgreement) }) };
  },
});
