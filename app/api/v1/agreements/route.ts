import { otherMethods } from '@/app/_server/no-call';
import { readRoute } from '@/app/_server/route';
import { listAgreementsPage } from '@/lib/agreements/list-agreements-page';
import { presentAgreement } from '@/lib/agreements/present-agreement';
import { LIST_AGREEMENTS } from '@/lib/api/agreement-operations';

export const GET = readRoute({
  operation: LIST_AGREEMENTS,
  run: async (query, { merchantId }) => {
    const { customer_reference: customerReference, starting_after: before, limit } = query;
    const { state = 'active' } = query;
    const asked = { merchantId, customerReference, state, before, limit };
    const { agreements, next } = await listAgreementsPage(asked);
    const shown = agreements.map((agreement) => ({
      ...presentAgreement(agreement),
      customer_reference: agreement.customerReference,
    }));
    return { status: 200, body: JSON.stringify({ agreements: shown, next }) };
  },
});

export const { POST, PUT, PATCH, DELETE, OPTIONS } = otherMethods('GET');
